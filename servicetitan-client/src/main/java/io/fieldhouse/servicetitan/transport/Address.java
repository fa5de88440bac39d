package io.fieldhouse.servicetitan.transport;

import io.fieldhouse.servicetitan.api.ServiceTitanConfig;
import java.util.List;
import okhttp3.HttpUrl;

/** Where things are: {@code jpm/v2/jobs} is at {@code /jpm/v2/tenant/123/jobs}. */
public final class Address {
    private final HttpUrl base;
    private final long tenant;

    Address(ServiceTitanConfig config) {
        this.base = config.environment().api();
        this.tenant = config.tenant();
    }

    HttpUrl base() {
        return base;
    }

    /** The tenant's address of a path such as {@code jpm/v2/jobs}. */
    public HttpUrl of(String path) {
        HttpUrl url = base.resolve(path);
        if (url == null) {
            throw wrong();
        }
        return of(url);
    }

    /** The tenant's address of what was named without the tenant; what is an address of its own would be sent the token. */
    HttpUrl of(HttpUrl named) {
        boolean sameServer =
                named.scheme().equals(base.scheme()) && named.host().equals(base.host()) && named.port() == base.port();
        if (!sameServer || !named.encodedPath().startsWith(base.encodedPath())) {
            throw wrong();
        }
        List<String> path = named.encodedPathSegments();
        List<String> below = path.subList(base.pathSize() - 1, path.size());
        if (below.size() < 3
                || !below.get(1).matches("v\\d{1,3}")
                || below.get(2).equals("tenant")) {
            throw wrong();
        }
        HttpUrl.Builder url = base.newBuilder()
                .addEncodedPathSegments(below.get(0) + "/" + below.get(1) + "/tenant/" + tenant)
                .addEncodedPathSegments(String.join("/", below.subList(2, below.size())));
        return url.encodedQuery(named.encodedQuery()).build();
    }

    /** Such a path as somebody wrote it, before anything is made of it. */
    static String named(String path) {
        if (path.contains("?") || path.contains("#")) {
            throw new IllegalArgumentException(
                    "A path ends before its '?': what is behind it goes into the query, as Query.all().equal(name, value).");
        }
        if (path.startsWith("/")) {
            throw wrong();
        }
        for (String segment : path.split("/", -1)) {
            if (segment.replaceAll("(?i)%2e", ".").matches("[.]{1,2}")) {
                throw new IllegalArgumentException("A path names each step, such as jpm/v2/jobs: no '.' and no '..'.");
            }
        }
        return path;
    }

    private static IllegalArgumentException wrong() {
        return new IllegalArgumentException(
                "A path is such as jpm/v2/jobs: module, version, and what is behind the tenant, without a slash before it.");
    }
}
