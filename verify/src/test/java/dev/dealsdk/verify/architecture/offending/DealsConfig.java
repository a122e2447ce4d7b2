package dev.dealsdk.verify.architecture.offending;

import okhttp3.OkHttpClient;

/** Breaks no rule: this is where an HTTP client is handed in. */
public final class DealsConfig {
    private DealsConfig() {}

    /** As in the configuration. */
    public static final class Builder {
        public Builder httpClient(OkHttpClient client) {
            return client.followRedirects() ? new Builder() : this;
        }
    }
}
