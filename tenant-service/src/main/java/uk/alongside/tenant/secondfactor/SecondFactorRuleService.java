package uk.alongside.tenant.secondfactor;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.tenant.delivery.Outbox;
import uk.alongside.tenant.secondfactor.SecondFactorRuleRefusal.StaleVersion;

/** Changes the rule of the bound council, and queues what follows from it for each member. */
@Service
class SecondFactorRuleService {

    private final SecondFactorRules rules;
    private final MembersToAsk members;
    private final Outbox outbox;
    private final Audit audit;

    SecondFactorRuleService(SecondFactorRules rules, MembersToAsk members, Outbox outbox, Audit audit) {
        this.rules = rules;
        this.members = members;
        this.outbox = outbox;
        this.audit = audit;
    }

    SecondFactorRule get() {
        return rules.get();
    }

    /** Replaces the rule, if {@code expected} is still its version. Members are checked only if the rule is another. */
    @Transactional
    SecondFactorRule change(long expected, boolean everybody) {
        var before = rules.get();
        if (!rules.change(expected, everybody)) {
            throw new StaleVersion(rules.get()).refused();
        }
        var changed = rules.get();
        if (before.everybody() == everybody) {
            return changed;
        }
        var kind = everybody ? SecondFactorNotice.KIND : SecondFactorRelease.KIND;
        members.all().stream()
                .filter(member -> !member.byRole())
                .forEach(member -> outbox.add(kind, member.id(), changed.version()));
        audit.value("second-factor", word(before.everybody()), word(everybody));
        audit.changed("council", CouncilContext.council(), "edited");
        return changed;
    }

    private static String word(boolean everybody) {
        return everybody ? "everybody" : "leads-and-practitioners";
    }
}
