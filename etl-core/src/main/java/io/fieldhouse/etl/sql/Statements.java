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

/** The statements of a class, in the {@code .sql} resource of its name. Each begins below a line {@code -- name: claim}. */
public final class Statements {
    private static final Pattern HEAD = Pattern.compile("^-- name: ([a-z0-9-]+)\\s*$", Pattern.MULTILINE);

    private final String resource;
    private final Map<String, SqlText> statements = new LinkedHashMap<>();

    private Statements(String resource, String text) {
        this.resource = resource;
        Matcher head = HEAD.matcher(text);
        boolean found = head.find();
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
        SqlText statement = statements.get(name);
        if (statement == null) {
            throw new IllegalArgumentException(resource + " has no statement " + name + ", only " + names());
        }
        return statement;
    }

    public Set<String> names() {
        return statements.keySet();
    }
}
