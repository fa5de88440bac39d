package io.fieldhouse.cli.network;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Hosts that are reached without the proxy, as curl reads NO_PROXY: names with all below them, addresses, each with a port or
 * without; an asterisk is every host. This machine is always one.
 */
record DirectHosts(List<String> names) {
    private static final Pattern LOOPBACK = Pattern.compile("(.*\\.)?localhost|127(\\.\\d{1,3}){3}|::1");

    static DirectHosts of(String text) {
        return new DirectHosts(Arrays.stream(text.toLowerCase(Locale.ROOT).split("[,\\s]+", -1))
                .map(name -> name.replaceFirst("^\\*?\\.", ""))
                .filter(name -> !name.isEmpty())
                .toList());
    }

    boolean has(String host, int port) {
        String name = host.toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", "");
        return LOOPBACK.matcher(name).matches() || names.stream().anyMatch(one -> covers(one, name, port));
    }

    private static boolean covers(String one, String name, int port) {
        String direct = one.endsWith(":" + port) && (one.startsWith("[") || one.indexOf(':') == one.lastIndexOf(':'))
                ? one.substring(0, one.lastIndexOf(':'))
                : one;
        direct = direct.replaceAll("[\\[\\]]", "");
        return direct.equals("*") || name.equals(direct) || name.endsWith("." + direct);
    }
}
