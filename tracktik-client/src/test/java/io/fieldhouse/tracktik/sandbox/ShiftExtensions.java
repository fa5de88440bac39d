package io.fieldhouse.tracktik.sandbox;

import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What is computed for a single shift when asked for. The vendor publishes the names in it; the settings are assumed. */
final class ShiftExtensions {
    private ShiftExtensions() {}

    static Json breakCompliance(Shift shift) {
        WorkSession first = WorkSession.of(shift, 0);
        WorkSession second = WorkSession.of(shift, 1);
        Moment clockedIn = first == null ? null : first.started;
        Moment clockedOut = second != null ? second.ended : first == null ? null : first.ended;
        int expected = shift.breakMinutes();
        long actual = first != null && first.hasBreak() ? first.breakMinutes() : 0;
        return out -> {
            out.beginObject();
            out.name("computedSessions").beginObject();
            clock(out, "clockIn", shift.start(), clockedIn);
            clock(out, "clockOut", shift.end(), clockedOut);
            out.name("mealBreak").beginObject();
            out.name("expectedInMinutes").value(expected);
            out.name("actualInMinutes").value(actual);
            out.name("notUsedInMinutes").value(Math.max(0, expected - actual));
            out.name("extraUsedInMinutes").value(Math.max(0, actual - expected));
            out.endObject();
            out.endObject();
            out.name("breakManagementEnableFeature").value(true);
            out.name("payBreaks").value("NONE");
            out.endObject();
        };
    }

    private static void clock(JsonWriter out, String name, Moment expected, @Nullable Moment actual)
            throws IOException {
        out.name(name).beginObject();
        out.name("expected").value(expected.iso());
        out.name("actual").value(actual == null ? null : actual.iso());
        out.endObject();
    }

    static void clockInRestrictions(JsonWriter out) throws IOException {
        out.beginObject();
        out.name("startGracePeriodInMinutes").value(15);
        out.name("lateAlertInMinutes").value(10);
        out.name("canClockInOnShiftApp").value(true);
        out.endObject();
    }

    static void clockOutRestrictions(JsonWriter out) throws IOException {
        out.beginObject();
        out.name("sendLateClockOutReminderAfter").value(15);
        out.name("sendEarlyClockOutAlertBefore").value(10);
        out.endObject();
    }
}
