package uk.alongside.tenant.introduction;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import uk.alongside.foundation.text.EnumWords;
import uk.alongside.statistics.sheet.Rate;
import uk.alongside.tenant.delivery.Delivery;
import uk.alongside.tenant.mail.Links;
import uk.alongside.tenant.mail.MailTexts;
import uk.alongside.tenant.mail.Mailer;
import uk.alongside.tenant.membership.MemberNames;
import uk.alongside.tenant.register.Register;

/**
 * A delivery that mails the council's leads what became of a question or a request. No mail names the other council
 * before both have said yes.
 */
@Component
class IntroductionMail implements Delivery {

    static final String KIND = "introduction";

    private final IntroductionQuestions questions;
    private final IntroductionRequests requests;
    private final MemberNames names;
    private final Register register;
    private final Mailer mailer;
    private final Links links;
    private final MailTexts texts;
    private final TransactionOperations transactions;

    IntroductionMail(
            IntroductionQuestions questions,
            IntroductionRequests requests,
            MemberNames names,
            Register register,
            Mailer mailer,
            Links links,
            MailTexts texts,
            TransactionOperations transactions) {
        this.questions = questions;
        this.requests = requests;
        this.names = names;
        this.register = register;
        this.mailer = mailer;
        this.links = links;
        this.texts = texts;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Mails the state of this version of a question or a request. A version that another one has replaced is not mailed. */
    @Override
    public void deliver(UUID id, long version) {
        transactions.executeWithoutResult(_ -> {
            questions
                    .findById(id)
                    .filter(question -> question.version() == version)
                    .ifPresent(this::send);
            requests.findById(id)
                    .filter(request -> request.version() == version)
                    .ifPresent(this::send);
        });
    }

    private void send(IntroductionQuestion question) {
        switch (question.status()) {
            case INTRODUCED -> send("introduction-named", question.rate(), question.other());
            case ENDED -> send("introduction-ended", question.rate(), null);
            case OPEN, WITHDRAWN -> {}
        }
    }

    private void send(IntroductionRequest request) {
        switch (request.status()) {
            case ASKED -> send("introduction-asked", request.rate(), null);
            case INTRODUCED -> send("introduction-named", request.rate(), request.other());
            case ACCEPTED, DECLINED, ENDED -> {}
        }
    }

    private void send(String template, Rate rate, @Nullable OtherSide other) {
        var values = values(rate, other);
        for (var address : names.addressesOfLeads()) {
            mailer.send(template, address, values);
        }
    }

    private Map<String, String> values(Rate rate, @Nullable OtherSide other) {
        var values = new LinkedHashMap<>(Map.of(
                "council", register.nameOfThisCouncil(),
                "rate", texts.word("rate." + EnumWords.of(rate)),
                "link", links.to("/compare?introductions=all")));
        if (other != null) {
            values.put("other", other.council());
            values.put("lead", other.lead());
            values.put("email", other.email());
        }
        return values;
    }
}
