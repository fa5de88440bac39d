package io.fieldhouse.client.transport;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Why no answer came.
 *
 * @param explanation without anything that the answer may have said
 * @param cause where its words repeat nothing of an answer
 */
public record NoAnswer(
        Reason reason, String explanation, @Nullable Throwable cause) {
    /** What happened. */
    public enum Reason {
        /** The answer is larger than the client reads. */
        TOO_LARGE,
        /** No connection in time. */
        NO_CONNECTION,
        /** Timeout. */
        LATE,
        /** The connection failed. */
        BROKEN
    }

    /**
     * The explanation, with what to do about it.
     *
     * @param page whether the request was for a page of several, which can be smaller
     */
    public String advice(boolean page) {
        if (reason != Reason.TOO_LARGE) {
            return explanation;
        }
        return explanation + (page ? ": ask for smaller pages, or raise the bound" : ": raise the bound");
    }

    static NoAnswer of(IOException e) {
        if (e instanceof BodyTooLargeException) {
            return new NoAnswer(Reason.TOO_LARGE, String.valueOf(e.getMessage()), null);
        }
        if (e instanceof InterruptedIOException) {
            return isAboutConnecting(e)
                    ? new NoAnswer(Reason.NO_CONNECTION, "No connection in time", safe(e))
                    : new NoAnswer(Reason.LATE, "Timeout", safe(e));
        }
        return new NoAnswer(Reason.BROKEN, "Connection failed: " + why(e), safe(e));
    }

    private static boolean isAboutConnecting(IOException e) {
        return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("connect");
    }

    /** The words of others, such as of a broken protocol, may repeat the body. */
    private static @Nullable Throwable safe(IOException e) {
        return e instanceof SocketException || e instanceof UnknownHostException || e instanceof SSLException
                ? e
                : null;
    }

    /** The words of a tunnel through a proxy repeat nothing but its status. */
    private static String why(IOException e) {
        String words = String.valueOf(e.getMessage());
        return words.startsWith("Unexpected response code for CONNECT: ")
                        || words.equals("Failed to authenticate with proxy")
                ? words
                : e.getClass().getSimpleName();
    }
}
