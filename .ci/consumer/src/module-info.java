/** A user's program. */
module consumer {
    requires dev.dealsdk;
    requires dev.dealsdk.play2sell;
    requires jdk.httpserver;
}
