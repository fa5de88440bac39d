package io.fieldhouse.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Messages and docs are plain technical English: a few words that translated sentences lean on do not occur in them. */
class LanguageTest {
    private static final Pattern BANNED = Pattern.compile(
            "\\b(nobody|somebody|whoever|whosoever|mend(s|ed|ing)?|in vain|is none|are none|called so|anew|under way"
                    + "|as it has to be|cannot be meant|for ever)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|(?<!:)//[^\\n]*", Pattern.DOTALL);
    private static final Pattern TEXT =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
    /** Words that are no message: the placeholder of a login. */
    private static final String PLACEHOLDER = "nobody";

    @Test
    void docsHaveNoBannedTurns() throws IOException {
        List<String> found = new ArrayList<>();
        // The dictionary has the words of the database's comments.
        for (Path file : files(name -> name.endsWith(".md")
                && !name.endsWith("data-dictionary.md")
                && !name.contains("/adr/")
                && !name.contains("CHANGELOG"))) {
            for (String line : Files.readAllLines(file)) {
                if (BANNED.matcher(line).find() && !line.contains("if there are none")) {
                    found.add(file + ": " + line);
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void messagesHaveNoBannedTurns() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files(name -> name.matches(".*/src/main/java/.*\\.java") && !name.contains("/jooq/"))) {
            TEXT.matcher(COMMENT.matcher(Files.readString(file)).replaceAll(""))
                    .results()
                    .map(text -> text.group(1) == null ? text.group(2) : text.group(1))
                    .filter(text ->
                            !text.equals(PLACEHOLDER) && BANNED.matcher(text).find())
                    .forEach(text -> found.add(file + ": " + text.strip()));
        }
        assertThat(found).isEmpty();
    }

    private static List<Path> files(Predicate<String> wanted) {
        try (Stream<Path> files = Files.walk(Path.of(".."))) {
            return files.filter(file -> wanted.test(file.toString()))
                    .filter(file -> !file.toString().contains("/target/"))
                    .filter(file -> !file.toString().contains("/.git/"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
