import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilderFactory;
import org.elasticsearch.Build;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.http.HttpServerTransport;
import org.elasticsearch.node.InternalSettingsPreparer;
import org.elasticsearch.node.Node;

/**
 * One Elasticsearch node (8.12 or 9.x) on 127.0.0.1 for tests and the demo, from the jars that pom.xml names.
 * Arguments: JARS (their folder), HOME (this node's own folder, made if absent), PORT (0 = any free one).
 * Prints "ready PORT" once it serves HTTP. Ends on SIGTERM and when its standard input closes.
 */
public class LocalElasticsearch {
  public static void main(String[] args) throws Exception {
    Path home = Path.of(args[1]).toAbsolutePath();
    logWarningsToStderr();
    installHttpModule(Path.of(args[0], "provided"), home.resolve("modules/transport-netty4"));
    Settings settings = Settings.builder().put("path.home", home.toString()).put("discovery.type", "single-node")
        .put("network.host", "127.0.0.1").put("http.port", args[2]).put("transport.port", "0") // no peers: any port will do
        .put("cluster.routing.allocation.disk.threshold_enabled", false).build(); // a full disk must not block writes
    Node node = newNode(InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), home.resolve("config"), () -> "local"));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> { try (node) { } catch (Exception e) { e.printStackTrace(); } }));
    node.start();
    var http = node.injector().getInstance(HttpServerTransport.class);
    System.out.println("ready " + http.boundAddress().publishAddress().getPort());
    while (System.in.read() >= 0) { } // stdin closes however the parent dies, so no orphan is left behind
    System.exit(0);
  }

  /** The server's main class would refuse root, check OS limits and (9.x) install entitlements; a bare Node does none. */
  private static Node newNode(Environment env) throws Exception {
    for (var constructor : Node.class.getConstructors()) {
      if (constructor.getParameterCount() == 1) return (Node) constructor.newInstance(env); // 8.x
    }
    Class<?> loader = Class.forName("org.elasticsearch.plugins.PluginsLoader"); // 9.x loads modules before the node
    Path modules = Path.of(env.settings().get("path.home"), "modules");
    Object found = loader.getMethod("loadModulesBundles", Path.class, boolean.class).invoke(null, modules, false);
    var create = loader.getMethod("createPluginsLoader", Set.class, Set.class, Map.class);
    return Node.class.getConstructor(Environment.class, loader).newInstance(env, create.invoke(null, found, Set.of(), Map.of()));
  }

  /** Log4j's default prints to stdout, where only "ready" belongs. The server's class loader is the one to configure. */
  private static void logWarningsToStderr() {
    var log = ConfigurationBuilderFactory.newConfigurationBuilder();
    var layout = log.newLayout("PatternLayout").addAttribute("pattern", "[%d{ISO8601}][%p][%c{1.}] %m%n");
    log.add(log.newAppender("stderr", "Console").addAttribute("target", "SYSTEM_ERR").add(layout));
    log.add(log.newRootLogger(Level.WARN).add(log.newAppenderRef("stderr")));
    Configurator.initialize(Node.class.getClassLoader(), log.build());
    LogConfigurator.configureESLogging();
  }

  /** The server finds its network code only as a module folder with a descriptor, which the published jar lacks. */
  private static void installHttpModule(Path jars, Path module) throws Exception {
    Files.createDirectories(module);
    try (var old = Files.newDirectoryStream(module)) { for (Path file : old) Files.delete(file); } // of another version
    try (var now = Files.newDirectoryStream(jars)) { for (Path jar : now) Files.copy(jar, module.resolve(jar.getFileName())); }
    String version = Build.current().version();
    Files.write(module.resolve("plugin-descriptor.properties"), Set.of("name=transport-netty4", "description=HTTP",
        "version=" + version, "elasticsearch.version=" + version, "java.version=" + Runtime.version().feature(),
        "classname=org.elasticsearch.transport.netty4.Netty4Plugin"));
  }
}
