module beside {
    requires dev.dealsdk.testkit;
    requires java.net.http;
}
