package uk.alongside.tenant.benchmark;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import uk.alongside.foundation.secrets.KeyFile;

/**
 * The keys that sign releases (Ed25519). The secret file has one line {@code kid:hex} for each private key of 32 bytes:
 * the first signs, the others only verify earlier releases.
 */
final class SigningKeys {

    private final List<Key> keys;

    private record Key(String id, KeyPair pair) {}

    private SigningKeys(List<Key> keys) {
        this.keys = List.copyOf(keys);
    }

    static SigningKeys read(Path file) {
        return new SigningKeys(KeyFile.read(file, "benchmark key").entrySet().stream()
                .map(key -> new Key(key.getKey(), pair(key.getValue())))
                .toList());
    }

    /** The private key of Ed25519 is 32 random bytes, which the generator takes from its source. */
    private static KeyPair pair(byte[] privateKey) {
        try {
            var generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new GivenBytes(privateKey));
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException | InvalidAlgorithmParameterException e) {
            throw new IllegalStateException("Every Java has Ed25519.", e);
        }
    }

    String current() {
        return keys.getFirst().id();
    }

    /** Signs with the current key. Returns the signature in base64. */
    String sign(byte[] bytes) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.getFirst().pair().getPrivate());
            signature.update(bytes);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The benchmark key does not sign.", e);
        }
    }

    /** Returns whether a release has the signature of one of the keys. */
    boolean verify(SignedRelease release) {
        return pair(release.key()).filter(pair -> isSigned(release, pair)).isPresent();
    }

    private static boolean isSigned(SignedRelease release, KeyPair pair) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(pair.getPublic());
            signature.update(release.bytes());
            return signature.verify(Base64.getDecoder().decode(release.signature()));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return false;
        }
    }

    /** Returns a public key as SubjectPublicKeyInfo in base64, or nothing if there is no such key. */
    Optional<String> publicKey(String id) {
        return pair(id).map(pair ->
                Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
    }

    private Optional<KeyPair> pair(String id) {
        return keys.stream().filter(key -> key.id().equals(id)).map(Key::pair).findFirst();
    }

    /** A source that gives the bytes of a key that exists already. */
    private static final class GivenBytes extends SecureRandom {

        private static final long serialVersionUID = 1;

        private final byte[] given;

        GivenBytes(byte[] given) {
            this.given = given;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            if (bytes.length != given.length) {
                throw new IllegalStateException("A private key of Ed25519 has 32 bytes.");
            }
            System.arraycopy(given, 0, bytes, 0, bytes.length);
        }
    }
}
