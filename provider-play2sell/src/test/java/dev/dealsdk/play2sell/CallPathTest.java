package dev.dealsdk.play2sell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.Move;
import dev.dealsdk.StageRef;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/** How far it is from a caller to the HTTP library: an engineer steps through every frame of it in a debugger. */
final class CallPathTest extends OnMockServer {
    private static final int MOST_FRAMES = 8;
    private static final int MOST_CLASSES = 7;

    @Test
    void move_fromTheCallerToTheHttpLibrary_isShort() {
        List<StackTraceElement> frames = new ArrayList<>();
        OkHttpClient http = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    frames.addAll(ours());
                    return chain.proceed(chain.request());
                })
                .build();
        server.enqueue(Fixtures.data("{\"id\":\"" + ID + "\"}"));
        DealsConfig config = DealsConfig.builder()
                .set("deals.provider", "play2sell")
                .set("deals.base-url", url())
                .set("deals.token", "t0ken-abcdefgh")
                .httpClient(http)
                .build();

        try (DealsClient deals = DealsClient.connect(config)) {
            deals.move(ID, Move.to(StageRef.id("990e8400-e29b-41d4-a716-446655440003")));
        }

        assertThat(frames).as("frames of ours below the caller").hasSizeBetween(1, MOST_FRAMES);
        assertThat(frames.stream().map(StackTraceElement::getClassName).distinct())
                .as("classes of ours on the way")
                .hasSizeLessThanOrEqualTo(MOST_CLASSES);
    }

    /** The frames between this test and the HTTP library. */
    private static List<StackTraceElement> ours() {
        return Arrays.stream(Thread.currentThread().getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("dev.dealsdk."))
                .filter(frame -> !frame.getClassName().startsWith(CallPathTest.class.getName()))
                .toList();
    }
}
