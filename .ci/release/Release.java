import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPKeyPair;
import org.w3c.dom.Document;

/** Makes a throw-away key, and checks what was published with it. */
final class Release {
    private static final XPath XPATH = XPathFactory.newInstance().newXPath();
    private static final Set<String> CHECKSUMS = Set.of("md5", "sha1", "sha256", "sha512");

    private final Path repository;
    private final PGPPublicKey key;
    private final boolean licensed;
    private final List<String> problems = new ArrayList<>();
    private int signatures;

    private Release(Path repository, PGPPublicKey key, boolean licensed) {
        this.repository = repository;
        this.key = key;
        this.licensed = licensed;
    }

    public static void main(String[] args) throws Exception {
        switch (args[0]) {
            case "key" -> makeKey(Path.of(args[1]), args[2].toCharArray());
            case "check" -> check(Path.of(args[1]), Path.of(args[2]), Path.of(args[3]));
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    /** Writes an encrypted private key (secret.asc) and its public key (public.gpg). */
    private static void makeKey(Path folder, char[] passphrase) throws Exception {
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(3072);
        var pair = new JcaPGPKeyPair(
                PublicKeyPacket.VERSION_4, PublicKeyAlgorithmTags.RSA_GENERAL, rsa.generateKeyPair(), new Date());
        var digests = new BcPGPDigestCalculatorProvider();
        var ring = new PGPKeyRingGenerator(
                PGPSignature.POSITIVE_CERTIFICATION,
                pair,
                "Release rehearsal <rehearsal@example.com>",
                digests.get(HashAlgorithmTags.SHA1),
                null,
                null,
                new BcPGPContentSignerBuilder(PublicKeyAlgorithmTags.RSA_GENERAL, HashAlgorithmTags.SHA256),
                new BcPBESecretKeyEncryptorBuilder(
                                SymmetricKeyAlgorithmTags.AES_256, digests.get(HashAlgorithmTags.SHA256))
                        .build(passphrase));
        try (OutputStream file = Files.newOutputStream(folder.resolve("secret.asc"));
                OutputStream armored = new ArmoredOutputStream(file)) {
            ring.generateSecretKeyRing().encode(armored);
        }
        try (OutputStream file = Files.newOutputStream(folder.resolve("public.gpg"))) {
            ring.generatePublicKeyRing().encode(file);
        }
    }

    private static void check(Path repository, Path publicKey, Path checkout) throws Exception {
        PGPPublicKey key;
        try (InputStream in = Files.newInputStream(publicKey)) {
            key = new PGPPublicKeyRing(in, new BcKeyFingerprintCalculator()).getPublicKey();
        }
        Document root = xml(checkout.resolve("pom.xml"));
        Release release = new Release(repository, key, has(root, "/project/licenses/license"));
        if (release.licensed != Files.exists(checkout.resolve("LICENSE"))) {
            release.problems.add("a LICENSE file and <licenses> in the root pom.xml belong together: one of them is missing");
        }
        int modules = release.modules(root, checkout);
        release.signatures();
        if (!release.problems.isEmpty()) {
            release.problems.forEach(problem -> System.err.println("The release: " + problem));
            System.exit(1);
        }
        System.out.println(modules + " modules and " + release.signatures + " signatures in a release are as they should be");
    }

    private int modules(Document root, Path checkout) throws Exception {
        Set<String> expected = new TreeSet<>();
        for (String folder : text(root, "/project/modules").split("\\s+")) {
            if (folder.isEmpty()) {
                continue;
            }
            Document pom = xml(checkout.resolve(folder).resolve("pom.xml"));
            if (!text(pom, "/project/properties/maven.deploy.skip").equals("true")) {
                expected.add(text(pom, "/project/artifactId"));
                module(
                        text(pom, "/project/artifactId"),
                        text(root, "/project/version"),
                        text(pom, "/project/packaging").equals("pom"));
            }
        }
        Path group = repository.resolve(text(root, "/project/groupId").replace('.', '/'));
        try (Stream<Path> folders = Files.list(group)) {
            Set<String> found = folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!found.equals(expected)) {
                problems.add("published are " + found + " instead of " + expected);
            }
        }
        return expected.size();
    }

    private void module(String artifact, String version, boolean onlyPom) throws Exception {
        Path folder = repository.resolve("io/fieldhouse").resolve(artifact).resolve(version);
        String name = artifact + "-" + version;
        Path pom = folder.resolve(name + ".pom");
        if (!Files.exists(pom)) {
            problems.add(name + ".pom is missing");
            return;
        }
        pom(name, xml(pom), Files.readString(pom));
        contains(folder.resolve(name + "-cyclonedx.json"), "\"CycloneDX\"", "pkg:maven/io.fieldhouse/" + artifact + "@" + version);
        if (!onlyPom) {
            holds(folder.resolve(name + ".jar"), ".class");
            holds(folder.resolve(name + "-sources.jar"), ".java");
            holds(folder.resolve(name + "-javadoc.jar"), "index.html");
        }
    }

    private void pom(String name, Document pom, String text) throws XPathExpressionException {
        for (String element : List.of(
                "name",
                "description",
                "url",
                "scm/connection",
                "scm/developerConnection",
                "scm/url",
                "scm/tag",
                "developers/developer/name",
                "developers/developer/email")) {
            if (text(pom, "/project/" + element).isEmpty()) {
                problems.add(name + ".pom has no " + element);
            }
        }
        for (String element : List.of("parent", "build", "repositories", "distributionManagement", "dependencies/dependency[scope='test']")) {
            if (has(pom, "/project/" + element)) {
                problems.add(name + ".pom has " + element);
            }
        }
        if (has(pom, "/project/licenses/license[normalize-space(name) and normalize-space(url)]") != licensed) {
            problems.add(name + ".pom " + (licensed ? "has no license with a name and a url" : "has a license, the root pom.xml none"));
        }
        if (!text(pom, "/project/scm/tag").equals("v" + text(pom, "/project/version"))) {
            problems.add(name + ".pom has the tag " + text(pom, "/project/scm/tag"));
        }
        // The bill of materials names its own version so, which Maven resolves where it is imported.
        if (text.replace("${project.version}", "").contains("${") || text.contains("-SNAPSHOT")) {
            problems.add(name + ".pom has something like ${property}, or a snapshot");
        }
    }

    private void contains(Path file, String... parts) throws IOException {
        String text = Files.exists(file) ? Files.readString(file) : "";
        for (String part : parts) {
            if (!text.contains(part)) {
                problems.add(file.getFileName() + " is missing, or does not contain " + part);
            }
        }
    }

    private void holds(Path file, String ending) throws IOException {
        if (!Files.exists(file)) {
            problems.add(file.getFileName() + " is missing");
            return;
        }
        try (JarFile jar = new JarFile(file.toFile())) {
            if (jar.stream().noneMatch(entry -> entry.getName().endsWith(ending))) {
                problems.add(file.getFileName() + " holds nothing that ends in " + ending);
            }
        }
    }

    /** Every published file has a signature that fits it, and no other. */
    private void signatures() throws Exception {
        List<Path> files;
        try (Stream<Path> all = Files.walk(repository)) {
            files = all.filter(Files::isRegularFile).filter(Release::isPublished).sorted().toList();
        }
        byte[] other = "another file".getBytes(StandardCharsets.UTF_8);
        for (Path file : files) {
            Path signature = file.resolveSibling(file.getFileName() + ".asc");
            if (!Files.exists(signature)) {
                problems.add(file.getFileName() + " is not signed");
            } else if (!fits(signature, Files.readAllBytes(file))) {
                problems.add(file.getFileName() + " does not fit its signature");
            } else if (fits(signature, other)) {
                problems.add(signature.getFileName() + " fits anything");
            } else {
                signatures++;
            }
        }
    }

    private static boolean isPublished(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith("maven-metadata")
                && !name.endsWith(".asc")
                && !CHECKSUMS.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    private boolean fits(Path file, byte[] content) throws IOException, PGPException {
        try (InputStream in = PGPUtil.getDecoderStream(Files.newInputStream(file))) {
            PGPSignature signature = ((PGPSignatureList) new BcPGPObjectFactory(in).nextObject()).get(0);
            if (signature.getKeyID() != key.getKeyID()) {
                return false;
            }
            signature.init(new BcPGPContentVerifierBuilderProvider(), key);
            signature.update(content);
            return signature.verify();
        }
    }

    private static Document xml(Path file) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(file.toFile());
    }

    private static String text(Document document, String path) throws XPathExpressionException {
        return XPATH.evaluate(path, document).strip();
    }

    private static boolean has(Document document, String path) throws XPathExpressionException {
        return Boolean.parseBoolean(XPATH.evaluate("boolean(" + path + ")", document));
    }
}
