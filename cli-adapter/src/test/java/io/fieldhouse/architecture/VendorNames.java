package io.fieldhouse.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The vendors' names, and those of their schemas, in string literals and SQL. Comments may name a vendor, and so may examples. */
final class VendorNames {
    private static final Pattern NAME = Pattern.compile("(?i)tracktik|servicetitan|\\bst_(raw|dim|mart|kpi_mart)");

    /** Comments and characters are found, too, since they may hold quotes. */
    private static final Pattern JAVA = Pattern.compile("(?s)//[^\n]*|/\\*.*?\\*/|'(?:\\\\.|[^'\\\\])+'"
            + "|(?<literal>\"\"\"(?:[^\"\\\\]++|\\\\.|\"(?!\"\"))*+\"\"\"|\"(?:[^\"\\\\]++|\\\\.)*+\")");

    /** A line {@code \set} is an example for psql. */
    private static final Pattern SQL = Pattern.compile(
            "(?sm)--[^\n]*|/\\*.*?\\*/|^\\\\set [^\n]*|(?<literal>'[^']*+'|\"[^\"]*+\"|[^-/\\\\'\"]++)");

    private VendorNames() {}

    /** Finds the literals of a Java file, or the SQL of a resource, that name a vendor. */
    static List<String> in(Path file) {
        try {
            return in(file.getFileName().toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> in(String file, String text) {
        List<String> named = new ArrayList<>();
        Matcher token = (file.endsWith(".sql") ? SQL : JAVA).matcher(text);
        while (token.find()) {
            String literal = token.group("literal");
            if (literal != null && NAME.matcher(literal).find()) {
                named.add(file + ": " + literal.strip());
            }
        }
        return named;
    }
}
