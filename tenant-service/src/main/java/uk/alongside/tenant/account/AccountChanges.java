package uk.alongside.tenant.account;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.tenant.delivery.Outbox;
import uk.alongside.tenant.identity.CredentialEvents;
import uk.alongside.tenant.identity.CredentialEvents.Change;
import uk.alongside.tenant.identity.CredentialEvents.Kind;
import uk.alongside.tenant.identity.Person;
import uk.alongside.tenant.secondfactor.MemberToAsk;

/**
 * The task that mails people about changes that they made to their own account on Keycloak's pages, so that they notice a
 * change that is not theirs. It reads Keycloak's record, which also has changes during a sign-in.
 */
@Component
class AccountChanges {

    private final CredentialEvents events;
    private final AccountCouncils councils;
    private final ChangeWithoutCouncil withoutCouncil;
    private final Outbox outbox;
    private final Audit audit;

    AccountChanges(
            CredentialEvents events,
            AccountCouncils councils,
            ChangeWithoutCouncil withoutCouncil,
            Outbox outbox,
            Audit audit) {
        this.events = events;
        this.councils = councils;
        this.withoutCouncil = withoutCouncil;
        this.outbox = outbox;
        this.audit = audit;
    }

    /**
     * Queues a notice for each change after this time, and returns the time of the last one. Without a time, as in the
     * first run of an installation, no change is old enough to be reported.
     */
    long reportAfter(@Nullable Long time) {
        if (time == null) {
            return events.latest();
        }
        long last = time;
        var withApp = new HashSet<Person>();
        for (var change : events.after(time)) {
            last = change.time();
            if (change.kind() == Kind.APP) {
                withApp.add(change.person());
            }
            // The codes that come with a new app need no notice of their own.
            if ((change.kind() != Kind.RECOVERY_CODES || !withApp.contains(change.person()))
                    && !councils.inFirstCouncilOf(change.person(), member -> report(member, change))) {
                withoutCouncil.complete(change);
            }
        }
        return last;
    }

    private void report(MemberToAsk member, Change change) {
        var notice = ChangeNotice.of(change.kind());
        outbox.add(notice, member.id(), change.time());
        audit.changed("member", member.id(), notice);
    }

    @Configuration(proxyBeanMethods = false)
    static class Task {

        /**
         * Defines the task, which remembers the time of the last change. The work is looked up late, because it writes to
         * the queue, which knows this task.
         */
        @Bean
        RecurringTask<Long> noticesOfAccountChanges(
                ObjectProvider<AccountChanges> changes, @Value("${alongside.account.changes-every}") Duration every) {
            return Tasks.recurring("account-changes", FixedDelay.of(every), Long.class)
                    .executeStateful((instance, _) -> changes.getObject().reportAfter(instance.getData()));
        }
    }
}
