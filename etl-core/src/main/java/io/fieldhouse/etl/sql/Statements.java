package io.fieldhouse.etl.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The statements of a class, in the {@code .sql} resource of its name. Each begins below a line {@code -- name: claim}. The
 * head of the resource has a line {@code \\set name 'text'}, as psql reads it, for each placeholder that stands for a text:
 * with the text itself, or with an example.
 */
public final class Statements {
    private static final Pattern SET = Pattern.compile("^\\\\set (\\w+) (?:'(.*)'|(\\S+))$", Pattern.MULTILINE);
    private static final Pattern HEAD = Pattern.compile("^-- name: ([a-z0-9-]+)\\s*$", Pattern.MULTILINE);

    private final String resource;
    private final Map<String, SqlText> fragments = new LinkedHashMap<>();
    private final Map<String, SqlText> statements = new LinkedHashMap<>();

    private Statements(String resource, String text) {
        this.resource = resource;
        Matcher head = HEAD.matcher(text);
        boolean found = head.find();
        Matcher set = SET.matcher(text).region(0, found ? head.start() : text.length());
        while (set.find()) {
            String quoted = set.group(2);
            fragments.put(set.group(1), SqlText.of(quoted == null ? set.group(3) : quoted.replace("''", "'")));
        }
        while (found) {
            String name = head.group(1);
            int begin = head.end();
            found = head.find();
            String statement = text.substring(begin, found ? head.start() : text.length())
                    .strip()
                    .replaceAll(";\\z", "");
            if (statements.put(name, SqlText.of(statement)) != null) {
                throw new IllegalStateException(resource + " has " + name + " twice");
            }
        }
    }

    public static Statements of(Class<?> owner) {
        String resource = owner.getSimpleName() + ".sql";
        try (InputStream in = owner.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(owner.getPackageName() + " has no resource " + resource);
            }
            return new Statements(resource, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public SqlText get(String name) {
        return get(name, statements);
    }

    /** Returns the text that the head has for a placeholder. */
    public SqlText fragment(String name) {
        return get(name, fragments);
    }

    private SqlText get(String name, Map<String, SqlText> texts) {
        SqlText text = texts.get(name);
        if (text == null) {
            throw new IllegalArgumentException(resource + " has no " + name + ", only " + texts.keySet());
        }
        return text;
    }

    Map<String, SqlText> fragments() {
        return fragments;
    }

    public Set<String> names() {
        return statements.keySet();
    }
}
