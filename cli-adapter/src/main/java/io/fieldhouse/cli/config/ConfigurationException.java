package io.fieldhouse.cli.config;

import java.util.List;

/** What is wrong with the configuration: all of it at once, a sentence each, without any value that is secret. */
public final class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ConfigurationException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
    }
}
