package uk.alongside.tenant.introduction;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.text.EnumWords;
import uk.alongside.statistics.sheet.Rate;
import uk.alongside.tenant.introduction.IntroductionRefusal.RequestOver;

/** The question of an unnamed council, as the council that is asked has it. */
@Entity
@Table(schema = "app", name = "introduction_request")
class IntroductionRequest {

    /** A request that has no answer by then ends, so that another council can be asked. */
    static final Duration OPEN_FOR = Duration.ofDays(14);

    /** The progress of a request. ACCEPTED is a yes until the next morning's round names both. */
    enum Status {
        ASKED,
        ACCEPTED,
        DECLINED,
        INTRODUCED,
        ENDED;

        /** The words of the statuses of which the round has still something to do. */
        static final List<String> OPEN = List.of(EnumWords.of(ASKED), EnumWords.of(ACCEPTED));
    }

    @Id
    private UUID id;

    @TenantId
    @Column(updatable = false)
    private UUID tenantId;

    @Column(updatable = false)
    private UUID questionId;

    @Column(updatable = false)
    private String rate;

    private String status;

    @Column(updatable = false)
    private Instant askedAt;

    private @Nullable UUID answeredById;

    private @Nullable Instant endedAt;

    private @Nullable String otherCouncil;

    private @Nullable String otherLead;

    private @Nullable String otherEmail;

    private long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the council
    IntroductionRequest(UUID question, Rate rate, Instant now) {
        this.id = UUID.randomUUID();
        this.questionId = question;
        this.rate = EnumWords.of(rate);
        this.status = EnumWords.of(Status.ASKED);
        this.askedAt = now.truncatedTo(ChronoUnit.SECONDS);
        this.version = 1;
    }

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected IntroductionRequest() {}

    void accept(MemberId lead) {
        requireUnanswered();
        this.status = EnumWords.of(Status.ACCEPTED);
        this.answeredById = lead.value();
        this.version++;
    }

    void decline(MemberId lead, Instant now) {
        requireUnanswered();
        this.answeredById = lead.value();
        end(Status.DECLINED, now);
    }

    private void requireUnanswered() {
        if (status() != Status.ASKED) {
            throw new RequestOver().refused();
        }
    }

    /** Records that no answer is needed any more, without why. */
    void end(Instant now) {
        end(Status.ENDED, now);
    }

    /** Names the council that asked. */
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

    /** Returns true for a request that has had no answer for too long. */
    boolean isLapsed(Instant now) {
        return status() == Status.ASKED && askedAt.plus(OPEN_FOR).isBefore(now);
    }

    boolean isOpen() {
        return Status.OPEN.contains(status);
    }

    IntroductionRequestId id() {
        return new IntroductionRequestId(id);
    }

    /** Returns the id of the other side's question. No answer of the API and no mail shows it. */
    UUID question() {
        return questionId;
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

    @Nullable
    MemberId answeredBy() {
        return answeredById == null ? null : new MemberId(answeredById);
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
