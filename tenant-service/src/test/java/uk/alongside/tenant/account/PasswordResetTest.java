package uk.alongside.tenant.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.alongside.tenant.account.PasswordResetRefusal.LinkExpired;
import uk.alongside.tenant.account.PasswordResetRefusal.LinkUsed;

class PasswordResetTest {

    private static final Instant NOW = Instant.parse("2026-11-29T09:00:00Z");

    @Test
    void worksUntilItsTimeIsOver() {
        assertThat(reset(2, NOW.plusSeconds(1), null).objection(NOW)).isEmpty();
        assertThat(reset(2, NOW, null).objection(NOW)).containsInstanceOf(LinkExpired.class);
    }

    @Test
    void worksOnce() {
        assertThat(reset(2, NOW.plusSeconds(1), NOW.minusSeconds(9)).objection(NOW))
                .containsInstanceOf(LinkUsed.class);
    }

    @Test
    void isMailedOnceForEachRequest() {
        assertThat(reset(1, null, null).awaitsMail(2)).isTrue();
        assertThat(reset(2, null, null).awaitsMail(2)).isFalse();
        assertThat(reset(1, null, null).awaitsMail(1)).isFalse();
    }

    /** Returns the second request of a member. */
    private static PasswordReset reset(long mailed, @Nullable Instant expiresAt, @Nullable Instant usedAt) {
        return new PasswordReset(UUID.randomUUID(), 2, mailed, expiresAt, usedAt);
    }
}
