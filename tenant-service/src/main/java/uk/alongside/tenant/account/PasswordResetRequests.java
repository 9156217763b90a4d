package uk.alongside.tenant.account;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.tenant.delivery.Outbox;
import uk.alongside.tenant.identity.Accounts;
import uk.alongside.tenant.identity.IdentityRefusal.IdentityUnavailable;
import uk.alongside.tenant.secondfactor.MemberToAsk;

/**
 * The requests for a link to a new password. A request is answered before its address is looked up, so the answer and its
 * time are the same for every address. The addresses wait in memory, because they may be of people who have nothing to do
 * with a council: no table and no log names them. A request that is lost with the process is made again.
 */
@Component
class PasswordResetRequests {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordResetRequests.class);

    private static final int AT_ONCE = 2;
    private static final int WAITING = 1_000;

    private final ThreadPoolExecutor workers = new ThreadPoolExecutor(
            AT_ONCE,
            AT_ONCE,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().daemon().name("password-reset-", 0).factory());

    private final Accounts accounts;
    private final AccountCouncils councils;
    private final PasswordResets resets;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    PasswordResetRequests(
            Accounts accounts,
            AccountCouncils councils,
            PasswordResets resets,
            Outbox outbox,
            Audit audit,
            Clock clock) {
        this.accounts = accounts;
        this.councils = councils;
        this.resets = resets;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Takes a request. If more wait than can be kept, it is refused, whatever its address. */
    void add(String email) {
        try {
            workers.execute(() -> lookUp(email));
        } catch (RejectedExecutionException tooManyWait) {
            throw new IdentityUnavailable().refused();
        }
    }

    private void lookUp(String email) {
        try {
            accounts.withAddress(email).ifPresent(person -> councils.inFirstCouncilOf(person, this::ask));
        } catch (RuntimeException e) {
            LOG.warn("A request for a new password failed: {}", e.getClass().getSimpleName());
        }
    }

    private void ask(MemberToAsk member) {
        resets.ask(member.id(), clock.instant()).ifPresent(version -> {
            outbox.add(PasswordResetMail.KIND, member.id(), version);
            audit.changed("member", member.id(), "password-link-asked");
        });
    }

    @PreDestroy
    void stop() {
        workers.shutdownNow();
    }
}
