package io.fieldhouse.cli.config;

/** A configuration file to begin with: every setting, what it decides and its default, all of it commented out. */
public final class ConfigurationTemplate {
    private static final String HEAD = """
            # The configuration of fieldhouse. A line holds once the # before its key is gone; what stands there until
            # then is the default, where there is one. Environment variables override this file, and --set overrides
            # both. fieldhouse config show says what holds, and from where; fieldhouse doctor says what is missing.
            """;

    private ConfigurationTemplate() {}

    public static String text() {
        StringBuilder text = new StringBuilder(HEAD);
        String section = "";
        for (Setting<?> setting : Settings.ALL) {
            if (!setting.section().equals(section)) {
                section = setting.section();
                text.append("\n").append(section).append(":\n");
            }
            text.append("  # ").append(setting.description()).append("\n");
            if (setting.isSecret()) {
                text.append("  # Secrets do not belong in this file: name a file of its own that only you can read,\n")
                        .append("  # by a path that counts from here; or set ")
                        .append(setting.variable())
                        .append(", or be asked for it at the terminal.\n");
            }
            String name = setting.keyInFile().substring(section.length() + 1);
            String value = setting.fallback() == null ? "" : setting.fallback();
            text.append(("  #" + name + ": " + value).stripTrailing()).append("\n");
        }
        return text.toString();
    }
}
