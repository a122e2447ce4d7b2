package dev.dealsdk.verify.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExportsTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every public type and method of an exported package says what it is. Exempt is what has nothing to add to its name: the
 * setters of a builder, and what is documented where it is declared.
 */
final class JavadocTest {

    /** The published modules: each folder of this project with a {@code module-info.java}. */
    static List<Path> modules() throws IOException {
        try (Stream<Path> files = Files.find(
                Path.of("..").toRealPath(), 7, (file, attributes) -> file.endsWith("src/main/java/module-info.java"))) {
            return files.map(file -> file.getParent()).sorted().toList();
        }
    }

    @Test
    void modules_ofThisProject_areFound() throws IOException {
        assertThat(modules())
                .anyMatch(folder -> folder.endsWith("sdk-core/src/main/java"))
                .hasSizeGreaterThan(5);
    }

    @ParameterizedTest
    @MethodSource("modules")
    void publicTypesAndMethods_ofExportedPackages_haveASentence(Path module) throws IOException {
        try (Stream<Path> files = Files.walk(module)) {
            assertThat(withoutASentence(files.filter(file -> file.toString().endsWith(".java"))
                            .toList()))
                    .isEmpty();
        }
    }

    @Test
    void withoutASentence_ofTypesWithAndWithout_findsThoseWithout(@TempDir Path folder) throws IOException {
        Path module = Files.writeString(folder.resolve("module-info.java"), "module m { exports p; }");
        Path source = Files.writeString(folder.resolve("A.java"), """
                package p;
                /** Good. */
                public interface A {
                    String bare();
                    /** {@return good} */
                    String good();
                    static Object made() { return 1; }
                    /** Good. */
                    final class Builder {
                        public Builder setter(String value) { return this; }
                        public A build() { return null; }
                        @Override public String toString() { return ""; }
                        void hidden() {}
                    }
                    final class Nested {}
                    /**
                     * Good.
                     *
                     * @param a good
                     */
                    record R(int a, int b) {
                        public int a() { return 1; }
                        public R {}
                    }
                }
                class Hidden { public void hidden() {} }
                """);

        assertThat(withoutASentence(List.of(module, source)))
                .containsExactlyInAnyOrder("p.A.bare", "p.A.made", "p.Builder.build", "p.Nested", "p.R.b");
    }

    private static List<String> withoutASentence(List<Path> sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> faults = new DiagnosticCollector<>();
        List<String> found = new ArrayList<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(faults, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, faults, null, null, files.getJavaFileObjectsFromPaths(sources));
            List<CompilationUnitTree> units = new ArrayList<>();
            task.parse().forEach(units::add);
            Set<String> exported = exported(units);
            DocTrees docs = DocTrees.instance(task);
            for (CompilationUnitTree unit : units) {
                if (unit.getPackageName() != null
                        && exported.contains(unit.getPackageName().toString())) {
                    new PublicMembers(docs, found).scan(unit, null);
                }
            }
        }
        return found;
    }

    private static Set<String> exported(List<CompilationUnitTree> units) {
        Set<String> exported = new HashSet<>();
        TreeScanner<@Nullable Void, @Nullable Void> exports = new TreeScanner<>() {
            @Override
            public @Nullable Void visitExports(ExportsTree export, @Nullable Void nothing) {
                exported.add(export.getPackageName().toString());
                return null;
            }
        };
        units.forEach(unit -> exports.scan(unit, null));
        return exported;
    }

    /** Goes through what callers see of a file. */
    private static final class PublicMembers extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final DocTrees docs;
        private final List<String> found;

        PublicMembers(DocTrees docs, List<String> found) {
            this.docs = docs;
            this.found = found;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
            if (!isPublic(type.getModifiers().getFlags())) {
                return null;
            }
            if (!hasSentence(getCurrentPath())) {
                found.add(nameOf(type));
            }
            if (type.getKind() == Tree.Kind.RECORD) {
                componentsWithoutAParam(type);
            }
            type.getMembers().stream()
                    .filter(member -> !(member instanceof MethodTree))
                    .forEach(this::scanMember);
            type.getMembers().stream().filter(MethodTree.class::isInstance).forEach(this::scanMember);
            return null;
        }

        private void scanMember(Tree member) {
            scan(member, null);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
            ClassTree type = (ClassTree) getCurrentPath().getParentPath().getLeaf();
            boolean said = !isPublic(method.getModifiers().getFlags())
                    || method.getReturnType() == null
                    || isOverride(method)
                    || isSetter(method, type)
                    || isComponent(method, type)
                    || hasSentence(getCurrentPath());
            if (!said) {
                found.add(nameOf(type) + "." + method.getName());
            }
            return null;
        }

        private boolean isPublic(Set<Modifier> flags) {
            TreePath parent = getCurrentPath().getParentPath();
            boolean inInterface = parent.getLeaf().getKind() == Tree.Kind.INTERFACE;
            return flags.contains(Modifier.PUBLIC) || (inInterface && !flags.contains(Modifier.PRIVATE));
        }

        private static boolean isOverride(MethodTree method) {
            return method.getModifiers().getAnnotations().stream()
                    .anyMatch(annotation ->
                            annotation.getAnnotationType().toString().equals("Override"));
        }

        private static boolean isSetter(MethodTree method, ClassTree type) {
            return type.getSimpleName().contentEquals("Builder")
                    && String.valueOf(method.getReturnType()).startsWith("Builder");
        }

        private static boolean isComponent(MethodTree method, ClassTree type) {
            return type.getKind() == Tree.Kind.RECORD && method.getParameters().isEmpty() && isOneOf(method, type);
        }

        private static boolean isOneOf(MethodTree method, ClassTree type) {
            return components(type).anyMatch(name -> method.getName().contentEquals(name));
        }

        private static Stream<String> components(ClassTree type) {
            return type.getMembers().stream()
                    .filter(VariableTree.class::isInstance)
                    .map(VariableTree.class::cast)
                    .filter(field -> !field.getModifiers().getFlags().contains(Modifier.STATIC))
                    .map(field -> field.getName().toString());
        }

        private void componentsWithoutAParam(ClassTree type) {
            DocCommentTree comment = docs.getDocCommentTree(getCurrentPath());
            Set<String> told = new HashSet<>();
            if (comment != null) {
                for (DocTree tag : comment.getBlockTags()) {
                    if (tag instanceof ParamTree param
                            && !param.isTypeParameter()
                            && !param.getDescription().isEmpty()) {
                        told.add(param.getName().toString());
                    }
                }
            }
            components(type).filter(name -> !told.contains(name)).forEach(name -> found.add(nameOf(type) + "." + name));
        }

        private boolean hasSentence(TreePath path) {
            DocCommentTree comment = docs.getDocCommentTree(path);
            return comment != null && !comment.getFirstSentence().isEmpty();
        }

        private String nameOf(ClassTree type) {
            return getCurrentPath().getCompilationUnit().getPackageName() + "." + type.getSimpleName();
        }
    }
}
