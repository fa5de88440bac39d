package io.fieldhouse.servicetitan;

import io.fieldhouse.client.Paged;
import io.fieldhouse.servicetitan.api.Export;
import io.fieldhouse.servicetitan.api.From;
import io.fieldhouse.servicetitan.api.Query;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import retrofit2.http.GET;

/** Everything that the client can be asked for, section by section. */
final class Surface {
    private static final List<String> SECTIONS = List.of(
            "jpm",
            "settings",
            "marketing",
            "sales",
            "accounting",
            "crm",
            "payroll",
            "inventory",
            "dispatch",
            "memberships",
            "timesheets",
            "telecom");

    private Surface() {}

    /** The component of a record that identifies it: its id, or else the first one. */
    static RecordComponent key(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        return Arrays.stream(components)
                .filter(component -> component.getName().equals("id"))
                .findFirst()
                .orElse(components[0]);
    }

    /** A method of a section. */
    record Endpoint(String section, Method method) {
        static Stream<Endpoint> all() {
            return SECTIONS.stream()
                    .flatMap(section -> Arrays.stream(apiOf(section).getMethods())
                            .sorted(Comparator.comparing(Method::getName))
                            .map(method -> new Endpoint(section, method)));
        }

        private static Class<?> apiOf(String section) {
            try {
                return ServiceTitan.class.getMethod(section).getReturnType();
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Where it is, without the tenant and the id of a single item. */
        String path() {
            return Objects.requireNonNull(method.getAnnotation(GET.class))
                    .value()
                    .replace("/{id}", "");
        }

        boolean isList() {
            return method.getReturnType() == Paged.class;
        }

        boolean isFeed() {
            return method.getReturnType() == Export.class;
        }

        /** What comes. */
        Class<?> item() {
            Type type = method.getGenericReturnType();
            return (Class<?>) (type instanceof ParameterizedType several ? several.getActualTypeArguments()[0] : type);
        }

        /** The single item of an id. */
        Object one(ServiceTitan client, long id) {
            try {
                Object api = ServiceTitan.class.getMethod(section).invoke(client);
                return method.invoke(api, id);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(this.toString(), e);
            }
        }

        /** All that comes; of a single item, the one with the id 7. */
        List<Object> read(ServiceTitan client) {
            try {
                Object api = ServiceTitan.class.getMethod(section).invoke(client);
                List<Object> items = new ArrayList<>();
                if (isList()) {
                    ((Paged<?>) method.invoke(api, Query.all())).forEach(items::add);
                } else if (isFeed()) {
                    ((Export<?>) method.invoke(api, From.beginning())).forEach(items::add);
                } else {
                    items.add(one(client, 7));
                }
                return items;
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(this.toString(), e);
            }
        }

        @Override
        public String toString() {
            return section + "." + method.getName();
        }
    }
}
