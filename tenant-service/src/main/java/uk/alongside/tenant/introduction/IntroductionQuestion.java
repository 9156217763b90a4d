package uk.alongside.tenant.introduction;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.text.EnumWords;
import uk.alongside.statistics.sheet.Rate;
import uk.alongside.tenant.introduction.IntroductionRefusal.QuestionOver;

/** A lead's question whether a council in the better quarter of a rate would talk with theirs. */
@Entity
@Table(schema = "app", name = "introduction_question")
class IntroductionQuestion {

    /** A question that no council has said yes to by then ends. */
    static final Duration OPEN_FOR = Duration.ofDays(28);

    /** The progress of a question. Nothing but a yes shows before it ends. */
    enum Status {
        OPEN,
        INTRODUCED,
        ENDED,
        WITHDRAWN
    }

    @Id
    private UUID id;

    @TenantId
    @Column(updatable = false)
    private UUID tenantId;

    @Column(updatable = false)
    private String rate;

    private String status;

    @Column(updatable = false)
    private Instant askedAt;

    @Column(updatable = false)
    private UUID askedById;

    private @Nullable Instant endedAt;

    private @Nullable String otherCouncil;

    private @Nullable String otherLead;

    private @Nullable String otherEmail;

    private long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the council
    IntroductionQuestion(IntroductionQuestionId id, Rate rate, MemberId lead, Instant now) {
        this.id = id.value();
        this.rate = EnumWords.of(rate);
        this.status = EnumWords.of(Status.OPEN);
        this.askedAt = now.truncatedTo(ChronoUnit.SECONDS);
        this.askedById = lead.value();
        this.version = 1;
    }

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected IntroductionQuestion() {}

    /** Takes the question back. */
    void withdraw(Instant now) {
        if (!isOpen()) {
            throw new QuestionOver().refused();
        }
        end(Status.WITHDRAWN, now);
    }

    /** Records that no council has said yes, or that the lead who asked has left. */
    void end(Instant now) {
        end(Status.ENDED, now);
    }

    /** Names the council that said yes. */
    void introduce(OtherSide other, Instant now) {
        end(Status.INTRODUCED, now);
        this.otherCouncil = other.council();
        this.otherLead = other.lead();
        this.otherEmail = other.email();
    }

    private void end(Status ended, Instant now) {
        this.status = EnumWords.of(ended);
        this.endedAt = now.truncatedTo(ChronoUnit.SECONDS);
        this.version++;
    }

    boolean isOpen() {
        return status() == Status.OPEN;
    }

    /** Returns the moment after which the question ends if no council has said yes. */
    Instant lapsesAt() {
        return askedAt.plus(OPEN_FOR);
    }

    IntroductionQuestionId id() {
        return new IntroductionQuestionId(id);
    }

    Rate rate() {
        return EnumWords.find(Rate.class, rate);
    }

    Status status() {
        return EnumWords.find(Status.class, status);
    }

    Instant askedAt() {
        return askedAt;
    }

    MemberId askedBy() {
        return new MemberId(askedById);
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }

    @Nullable
    OtherSide other() {
        return otherCouncil == null || otherLead == null || otherEmail == null
                ? null
                : new OtherSide(otherCouncil, otherLead, otherEmail);
    }

    long version() {
        return version;
    }
}
