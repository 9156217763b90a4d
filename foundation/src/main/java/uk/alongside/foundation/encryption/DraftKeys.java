package uk.alongside.foundation.encryption;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.foundation.encryption.DataKey.Purpose;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.wall.CouncilContext;

/**
 * Derives the key with which a device encrypts words that it has not sent yet. Another council, member or device has
 * another key. The key is not stored: the same request derives it again until the council's keys are destroyed.
 */
public class DraftKeys {

    private static final byte[] LABEL = "alongside device draft 1".getBytes(StandardCharsets.US_ASCII);

    private final DataKeys keys;

    DraftKeys(DataKeys keys) {
        this.keys = keys;
    }

    /** Returns the 32 bytes for this member on this device, by HKDF-SHA256 (RFC 5869). */
    @Transactional
    public byte[] derive(MemberId member, UUID device) {
        var secret = keys.unwrap(keys.current(Purpose.DEVICE));
        var info = AesGcm.join(
                LABEL, AesGcm.bytes(CouncilContext.council()), AesGcm.bytes(member.value()), AesGcm.bytes(device));
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract().addIKM(secret).thenExpand(info, 32));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java from 25 has HKDF-SHA256.", e);
        }
    }
}
