package dev.dealsdk.cli;

/** A progress line in the terminal, which is erased at the end. */
final class Progress {
    private static final String ERASE_LINE = "\r\u001b[K";

    private final boolean shown;
    private volatile boolean visible;

    Progress(boolean shown) {
        this.shown = shown;
    }

    synchronized void show(String text) {
        if (shown) {
            System.err.print(ERASE_LINE + text);
            System.err.flush();
            visible = true;
        }
    }

    /** Erases the line; called before anything else is written to the terminal. */
    synchronized void clear() {
        if (visible) {
            System.err.print(ERASE_LINE);
            System.err.flush();
            visible = false;
        }
    }
}
