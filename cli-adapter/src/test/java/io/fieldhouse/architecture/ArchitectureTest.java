package io.fieldhouse.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String GENERATED = "io.fieldhouse.warehouse.jooq..";
    private static final int LONGEST_FILE = 350;

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("test-classes") && !location.contains("-tests.jar"))
            .importPackages("io.fieldhouse");

    private static final JavaClasses HANDWRITTEN = ALL.that(not(resideInAPackage(GENERATED)));

    @Test
    void everyModuleIsLookedAt() {
        Set<String> modules = new TreeSet<>();
        ALL.forEach(type -> modules.add(type.getPackageName().replaceFirst("io\\.fieldhouse\\.(\\w+).*", "$1")));
        assertThat(modules).containsExactly("cli", "client", "etl", "lambda", "servicetitan", "tracktik", "warehouse");
    }

    @Test
    void modulesDependInOneDirection() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("io.fieldhouse..")
                .layer("cli")
                .definedBy("io.fieldhouse.cli..")
                .layer("lambda")
                .definedBy("io.fieldhouse.lambda..")
                .layer("etl")
                .definedBy("io.fieldhouse.etl..")
                .layer("client")
                .definedBy("io.fieldhouse.client..")
                .layer("tracktik")
                .definedBy("io.fieldhouse.tracktik..")
                .layer("servicetitan")
                .definedBy("io.fieldhouse.servicetitan..")
                .layer("warehouse")
                .definedBy("io.fieldhouse.warehouse..")
                .whereLayer("cli")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("lambda")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("etl")
                .mayOnlyBeAccessedByLayers("cli", "lambda")
                .whereLayer("client")
                .mayOnlyBeAccessedByLayers("tracktik", "servicetitan", "etl", "cli", "lambda")
                .whereLayer("tracktik")
                .mayOnlyBeAccessedByLayers("etl", "cli", "lambda")
                .whereLayer("servicetitan")
                .mayOnlyBeAccessedByLayers("etl", "cli", "lambda")
                .whereLayer("warehouse")
                .mayOnlyBeAccessedByLayers("etl", "cli", "lambda")
                .check(ALL);
    }

    @Test
    void coreOfLoadsKnowsNoVendor() {
        noClasses()
                .that()
                .resideInAPackage("io.fieldhouse.etl..")
                .and()
                .resideOutsideOfPackages(
                        "io.fieldhouse.etl.tracktik..",
                        "io.fieldhouse.etl.servicetitan..",
                        "io.fieldhouse.etl.wiring..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.fieldhouse.etl.tracktik..",
                        "io.fieldhouse.etl.servicetitan..",
                        "io.fieldhouse.etl.wiring..",
                        "io.fieldhouse.tracktik..",
                        "io.fieldhouse.servicetitan..",
                        "io.fieldhouse.warehouse.jooq.tracktik..",
                        "io.fieldhouse.warehouse.jooq.st_raw..",
                        "io.fieldhouse.warehouse.jooq.st_raw_v2..",
                        "io.fieldhouse.warehouse.jooq.st_dim..",
                        "io.fieldhouse.warehouse.jooq.st_mart..",
                        "io.fieldhouse.warehouse.jooq.st_kpi_mart..",
                        "io.fieldhouse.warehouse.jooq.staging..")
                .check(ALL);
    }

    @Test
    void coreOfLoadsNamesNoVendor() throws IOException {
        Path etlCore = Path.of("..", "etl-core", "src", "main");
        List<String> named;
        try (var files = Files.walk(etlCore)) {
            named = files.filter(file -> file.toString().matches(".*\\.(java|sql)"))
                    .filter(file -> !file.toString().matches(".*/etl/(tracktik|servicetitan|wiring)/.*"))
                    .flatMap(file -> VendorNames.in(file).stream())
                    .toList();
        }
        assertThat(named).isEmpty();
    }

    /** Except the source's own commands, what the demo loads, its settings, and the exit codes of all exceptions. */
    @Test
    void commandsOfAllSourcesKnowNone() {
        noClasses()
                .that()
                .resideInAPackage("io.fieldhouse.cli..")
                .and()
                .resideOutsideOfPackages(
                        "io.fieldhouse.cli",
                        "io.fieldhouse.cli.tracktik..",
                        "io.fieldhouse.cli.demo..",
                        "io.fieldhouse.cli.config..",
                        "io.fieldhouse.cli.failure..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.fieldhouse.cli.tracktik..", "io.fieldhouse.etl.tracktik..", "io.fieldhouse.tracktik..")
                .check(ALL);
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching("io.fieldhouse.(**)").should().beFreeOfCycles().check(HANDWRITTEN);
    }

    @Test
    void everyPackageSaysThatNothingIsNullUnlessMarked() {
        Set<String> unmarked = new TreeSet<>();
        for (JavaClass type : HANDWRITTEN) {
            JavaPackage home = type.getPackage();
            if (!home.isAnnotatedWith(NullMarked.class)) {
                unmarked.add(home.getName());
            }
        }
        assertThat(unmarked).isEmpty();
    }

    @Test
    void onlyWiringKnowsTheInjector() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.fieldhouse.etl.wiring..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.google.inject..", "jakarta.inject..")
                .check(ALL);
    }

    @Test
    void doersAreFinal() {
        classes()
                .that(are(describe(
                        "neither interfaces nor enums nor sealed",
                        type -> !type.isInterface() && !type.isEnum() && !type.isAnonymousClass() && !isSealed(type))))
                .should()
                .haveModifier(FINAL)
                .check(HANDWRITTEN);
    }

    private static boolean isSealed(JavaClass type) {
        return type.reflect().isSealed();
    }

    @Test
    void nothingStaticIsMutable() {
        fields().that().areStatic().should().beFinal().check(HANDWRITTEN);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses().should().haveNameMatching(".*(Manager|Impl|Utils?|Helper)").check(HANDWRITTEN);
    }

    @Test
    void clockSleepAndChanceAreInjected() {
        noClasses()
                .should()
                .callMethodWhere(ambient())
                .orShould()
                .callConstructor(java.util.Random.class)
                .orShould()
                .callConstructor(java.util.Date.class)
                .check(HANDWRITTEN);
    }

    /** Nothing of these takes an argument that would make it anybody's own. */
    private static DescribedPredicate<JavaCall<?>> ambient() {
        Set<String> methods = Set.of(
                "java.lang.System.currentTimeMillis()",
                "java.lang.Math.random()",
                "java.lang.Thread.sleep(long)",
                "java.lang.Thread.sleep(java.time.Duration)",
                "java.time.ZoneId.systemDefault()",
                "java.util.TimeZone.getDefault()",
                "java.util.UUID.randomUUID()");
        return describe("the ambient clock, sleep or chance", call -> {
            AccessTarget target = call.getTarget();
            return methods.contains(target.getFullName())
                    || (target.getOwner().getPackageName().equals("java.time")
                            && target.getFullName().endsWith(".now()"));
        });
    }

    @Test
    void onlyTheTerminalPrintsAndNobodyLogsThroughTheJdk() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.fieldhouse.cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(ALL);
        noClasses()
                .that()
                .resideOutsideOfPackage("io.fieldhouse.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging..")
                .check(ALL);
    }

    @Test
    void filesStayShort() throws IOException {
        List<String> tooLong;
        try (var files = Files.walk(Path.of(".."))) {
            tooLong = files.filter(file -> file.toString().matches(".*/src/main/java/.*\\.java"))
                    .filter(file -> !file.toString().contains("/warehouse/jooq/"))
                    .filter(file -> lines(file) > LONGEST_FILE)
                    .map(Path::toString)
                    .toList();
        }
        assertThat(tooLong).isEmpty();
    }

    private static long lines(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
