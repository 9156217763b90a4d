package uk.alongside.tenant.mail;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.wall.CouncilContext;

/** The operator's endpoint for mail that was kept and not sent. The list is empty where mail goes through a server. */
@RestController
@RequestMapping("/api/councils/{councilId}/mail")
@Tag(name = "Mail")
class MailController {

    private final KeptMails keptMails;

    MailController(KeptMails keptMails) {
        this.keptMails = keptMails;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MailList(List<KeptMail> items, @Nullable MailId next) {}

    record KeptMail(MailId id, String recipient, String subject, String text, Instant sentAt) {

        static KeptMail of(KeptMails.Kept kept) {
            return new KeptMail(
                    kept.id(),
                    kept.mail().recipient(),
                    kept.mail().subject(),
                    kept.mail().text(),
                    kept.sentAt());
        }

        /** Returns a text without the mail, because the text ends up in logs. */
        @Override
        public String toString() {
            return "KeptMail[" + id.value() + "]";
        }
    }

    @GetMapping
    @PreAuthorize("hasAuthority('council:operate')")
    @Operation(
            operationId = "listMail",
            summary = "List the mail that was kept instead of sent, the latest first",
            description = "Empty where mail is sent through a server. A page has at most 200 mails.")
    @Answers({})
    MailList mails(@PathVariable UUID councilId, @RequestParam(required = false) @Nullable MailId after) {
        var page = CouncilContext.call(councilId, () -> keptMails.latest(after));
        return new MailList(page.items().stream().map(KeptMail::of).toList(), page.next());
    }
}
