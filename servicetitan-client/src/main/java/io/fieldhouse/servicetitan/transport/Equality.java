package io.fieldhouse.servicetitan.transport;

import com.squareup.moshi.JsonReader;
import io.fieldhouse.client.transport.Fields;
import io.fieldhouse.client.transport.Values;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * A filter whose name is the name of a field: {@code jobStatus}, or {@code businessUnitId} where the field is
 * {@code businessUnit: {id, name}}. ServiceTitan looks for texts whatever their case, and for names also in part. What
 * it may compare in ways of its own, such as dates and lists, is not checked, nor is a field that is not there.
 */
final class Equality {
    private static final Pattern NESTED = Pattern.compile("(\\w+)(Id|Number|Name)");
    /** What ServiceTitan may search in, rather than compare. */
    private static final Pattern SEARCHED =
            Pattern.compile("(?i).*(phone|email|description|summary|notes?|memo|title)(Contains)?");

    private static final Pattern DATED = Pattern.compile("\\d{4}-\\d\\d-\\d\\d.*");
    /** By which of its fields an object is asked for. */
    private static final List<String> IDENTITY = List.of("id", "value", "name");

    private final String field;
    private final String asked;
    private final Set<String> values = new HashSet<>();
    private final String outer;
    private final String inner;
    private final boolean isName;

    Equality(String parameter, String asked) {
        this.field = parameter;
        this.asked = plain(asked);
        // Many filters take several values, with commas; a text may have one in it.
        Arrays.stream(asked.split(",", -1)).map(Equality::plain).forEach(values::add);
        values.add(this.asked);
        isName = parameter.toLowerCase(Locale.ROOT).endsWith("name");
        Matcher nested = NESTED.matcher(parameter);
        outer = nested.matches() ? nested.group(1) : "";
        inner = nested.matches() ? nested.group(2).toLowerCase(Locale.ROOT) : "";
    }

    boolean fits(Object item, Supplier<ByteString> json) {
        if (SEARCHED.matcher(field).matches()) {
            return true;
        }
        Object value = Fields.at(item, field);
        if (value != null) {
            return isAskedFor(value);
        }
        if (Fields.has(item, field) && isIn(json.get(), field)) {
            return false;
        }
        if (outer.isEmpty()) {
            return true;
        }
        Object object = Fields.at(item, outer);
        if (object == null) {
            return !(Fields.mayNest(item, outer) && isIn(json.get(), outer));
        }
        Object within = isObject(object) ? Fields.at(object, inner) : null;
        return within == null || isAskedFor(within);
    }

    private boolean isAskedFor(Object value) {
        if (value instanceof Number) {
            return values.stream().noneMatch(Equality::isNumber) || values.contains(plain(value.toString()));
        }
        if (value instanceof Boolean) {
            return !(values.contains("true") || values.contains("false")) || values.contains(value.toString());
        }
        if (value instanceof String text) {
            String plain = plain(text);
            return values.contains(plain)
                    || (isName && plain.contains(asked))
                    || (DATED.matcher(plain).matches() && DATED.matcher(asked).matches());
        }
        if (isObject(value)) {
            List<@Nullable Object> identity = IDENTITY.stream()
                    .<@Nullable Object>map(name -> Fields.at(value, name))
                    .toList();
            return identity.stream().allMatch(one -> one == null)
                    || identity.stream().anyMatch(one -> one != null && values.contains(plain(one.toString())));
        }
        return true;
    }

    private static boolean isObject(Object value) {
        return value instanceof Map || value.getClass().isRecord();
    }

    /** Whether an item has a field of that name, if only null: a record does not tell that from none. */
    private static boolean isIn(ByteString json, String name) {
        try (JsonReader reader = JsonReader.of(new Buffer().write(json))) {
            JsonReader.Options wanted = JsonReader.Options.of(name);
            reader.beginObject();
            while (reader.hasNext()) {
                if (reader.selectName(wanted) == 0) {
                    return true;
                }
                reader.skipName();
                reader.skipValue();
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isNumber(String text) {
        return text.matches("-?\\d+([.]\\d+)?(e[+-]?\\d+)?");
    }

    /** In small letters, without blanks around it; 5 is 5.00. */
    private static String plain(String text) {
        String bare = text.strip().toLowerCase(Locale.ROOT);
        try {
            return Values.decimal(bare).stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            return bare;
        }
    }
}
