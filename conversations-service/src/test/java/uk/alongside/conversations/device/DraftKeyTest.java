package uk.alongside.conversations.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;
import uk.alongside.foundation.caller.Role;
import uk.alongside.foundation.encryption.DataKeys;
import uk.alongside.foundation.wall.CouncilContext;

@ServiceTest
class DraftKeyTest {

    @LocalServerPort
    private int port;

    @Autowired
    private DataKeys keys;

    private final UUID device = UUID.randomUUID();
    private TestCouncil council;
    private Api practitioner;

    @BeforeEach
    void aPractitioner() {
        council = TestCouncil.create(port);
        practitioner = council.member("practitioner");
    }

    @Test
    void isTheSameForTheSameMemberAndDevice() {
        var key = keyOf(practitioner, device);

        assertThat(Base64.getUrlDecoder().decode(key)).hasSize(32);
        assertThat(keyOf(practitioner, device)).isEqualTo(key);
    }

    @Test
    void isAnotherForAnotherDeviceMemberOrCouncil() {
        var member = UUID.randomUUID();
        var first = council.member(member, "active", 1, "practitioner");
        var elsewhere = TestCouncil.create(port).member(member, "active", 1, "practitioner");

        assertThat(keyOf(first, device))
                .isNotEqualTo(keyOf(first, UUID.randomUUID()))
                .isNotEqualTo(keyOf(practitioner, device))
                .isNotEqualTo(keyOf(elsewhere, device));
    }

    @Test
    void staysWhenTheKeyOfTheTextsIsReplaced() {
        var key = keyOf(practitioner, device);

        CouncilContext.run(council.id(), keys::rotate);

        assertThat(keyOf(practitioner, device)).isEqualTo(key);
    }

    @Test
    void isAnotherAfterTheCouncilsKeysWereDestroyed() {
        var other = TestCouncil.create(port).member("practitioner");
        var key = keyOf(practitioner, device);
        var keyOfOther = keyOf(other, device);

        CouncilContext.run(council.id(), keys::destroy);

        assertThat(keyOf(practitioner, device)).isNotEqualTo(key);
        assertThat(keyOf(other, device)).isEqualTo(keyOfOther);
    }

    @Test
    void isForPractitionersOnly() {
        for (var role : new String[] {"hub-staff", "lead", "viewer"}) {
            var refused = council.member(role).get("/api/devices/" + device + "/draft-key");

            assertThat(refused.status()).as(role).isEqualTo(403);
            assertThat(refused.problem()).isEqualTo("not-allowed");
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PRACTITIONER")
    void noOtherRoleHoldsItsAuthority(Role role) {
        assertThat(role.authorities()).doesNotContain("conversation:read", "conversation:write");
    }

    @Test
    void isNotFoundForAMalformedDeviceAndKeptByNoCache() {
        assertThat(practitioner.get("/api/devices/1/draft-key").status()).isEqualTo(404);
        assertThat(practitioner.get("/api/devices/" + device + "/draft-key").header("Cache-Control"))
                .contains("no-store");
    }

    private static String keyOf(Api member, UUID device) {
        var answer = member.get("/api/devices/" + device + "/draft-key");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json().path("key").asString();
    }
}
