package io.fieldhouse.etl.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQL with named placeholders, such as {@code :run_id}. A name stands for a value, which is bound, or for another {@code
 * SqlText}, which is put in its place. Placeholders are found as psql finds them: not within quotes, comments and casts.
 */
public final class SqlText {
    private static final Pattern NAME = Pattern.compile(":([a-z_][a-z0-9_]*)");
    private static final Pattern DOLLAR_TAG = Pattern.compile("\\$(?:[A-Za-z_]\\w*)?\\$");

    /** Texts and names in turn: a text is at each even place. */
    private final List<String> parts;

    private SqlText(List<String> parts) {
        this.parts = List.copyOf(parts);
    }

    public static SqlText of(String sql) {
        return new SqlText(new Lexer(sql).parts());
    }

    /** Texts one after the other, with SQL between them. */
    public static SqlText join(String separator, List<SqlText> texts) {
        List<String> all = new ArrayList<>(List.of(""));
        for (int i = 0; i < texts.size(); i++) {
            append(all, i == 0 ? List.of("") : List.of(separator));
            append(all, texts.get(i).parts);
        }
        return new SqlText(all);
    }

    /** A text goes on where the one before it ends. */
    private static void append(List<String> all, List<String> next) {
        int last = all.size() - 1;
        all.set(last, all.get(last) + next.get(0));
        all.addAll(next.subList(1, next.size()));
    }

    /** The same with another text in place of a name. */
    public SqlText with(String name, SqlText replacement) {
        List<String> all = new ArrayList<>(List.of(""));
        for (int i = 0; i < parts.size(); i++) {
            if (i % 2 == 0) {
                append(all, List.of(parts.get(i)));
            } else {
                append(all, parts.get(i).equals(name) ? replacement.parts : List.of("", parts.get(i), ""));
            }
        }
        return new SqlText(all);
    }

    /** Hands over texts and the names between them, in their order. */
    void forEach(Consumer<String> text, Consumer<String> name) {
        for (int i = 0; i < parts.size(); i++) {
            (i % 2 == 0 ? text : name).accept(parts.get(i));
        }
    }

    @Override
    public String toString() {
        StringBuilder sql = new StringBuilder();
        forEach(sql::append, name -> sql.append(':').append(name));
        return sql.toString();
    }

    private static final class Lexer {
        private final String sql;
        private final List<String> parts = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private int at;

        Lexer(String sql) {
            this.sql = sql;
        }

        List<String> parts() {
            while (at < sql.length()) {
                int begin = at;
                int names = parts.size();
                step();
                if (parts.size() == names) {
                    text.append(sql, begin, Math.min(at, sql.length()));
                }
            }
            parts.add(text.toString());
            return parts;
        }

        private void step() {
            switch (sql.charAt(at)) {
                case '\'' -> skipQuoted('\'', isEscapeString());
                case '"' -> skipQuoted('"', false);
                case '-' -> {
                    if (sql.startsWith("--", at)) {
                        at = end(sql.indexOf('\n', at), 1);
                    } else {
                        at++;
                    }
                }
                case '/' -> {
                    if (sql.startsWith("/*", at)) {
                        skipComment();
                    } else {
                        at++;
                    }
                }
                case '$' -> skipDollarQuoted();
                case ':' -> colon();
                case '?' -> {
                    // Otherwise the driver takes an operator for a place.
                    text.append('?');
                    at++;
                }
                default -> at++;
            }
        }

        private boolean isEscapeString() {
            return at > 0
                    && "eE".indexOf(sql.charAt(at - 1)) >= 0
                    && (at == 1 || !Character.isJavaIdentifierPart(sql.charAt(at - 2)));
        }

        private void skipQuoted(char quote, boolean withBackslashes) {
            at++;
            while (at < sql.length() && sql.charAt(at) != quote) {
                at += withBackslashes && sql.charAt(at) == '\\' ? 2 : 1;
            }
            at++;
        }

        /** Comments nest. */
        private void skipComment() {
            int depth = 0;
            do {
                if (sql.startsWith("/*", at)) {
                    depth++;
                    at += 2;
                } else if (sql.startsWith("*/", at)) {
                    depth--;
                    at += 2;
                } else {
                    at++;
                }
            } while (depth > 0 && at < sql.length());
        }

        private void skipDollarQuoted() {
            Matcher tag = DOLLAR_TAG.matcher(sql).region(at, sql.length());
            if (tag.lookingAt() && (at == 0 || !Character.isJavaIdentifierPart(sql.charAt(at - 1)))) {
                at = end(sql.indexOf(tag.group(), tag.end()), tag.group().length());
            } else {
                at++;
            }
        }

        private void colon() {
            Matcher name = NAME.matcher(sql).region(at, sql.length());
            if (sql.startsWith("::", at)) {
                at += 2;
            } else if (name.lookingAt()) {
                parts.add(text.toString());
                parts.add(name.group(1));
                text.setLength(0);
                at = name.end();
            } else {
                at++;
            }
        }

        private int end(int found, int length) {
            return found < 0 ? sql.length() : found + length;
        }
    }
}
