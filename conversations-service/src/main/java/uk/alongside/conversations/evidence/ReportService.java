package uk.alongside.conversations.evidence;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.council.Team;
import uk.alongside.conversations.evidence.EvidenceRefusal.DraftExists;
import uk.alongside.conversations.evidence.EvidenceRefusal.StaleDraft;
import uk.alongside.conversations.evidence.Report.Follows;
import uk.alongside.conversations.evidence.Report.Section;
import uk.alongside.conversations.evidence.Reports.Draft;
import uk.alongside.conversations.evidence.Reports.Summary;
import uk.alongside.conversations.insight.PublishedFigures;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.idempotency.IdempotentRequests;
import uk.alongside.foundation.page.Page;
import uk.alongside.foundation.problem.Refused;

/** Makes, changes and publishes reports of the evidence. */
@Service
class ReportService {

    static final int PAGE = 50;

    private final Reports reports;
    private final EvidenceService evidence;
    private final Team team;
    private final IdempotentRequests requests;
    private final Audit audit;
    private final Clock clock;

    ReportService(
            Reports reports,
            EvidenceService evidence,
            Team team,
            IdempotentRequests requests,
            Audit audit,
            Clock clock) {
        this.reports = reports;
        this.evidence = evidence;
        this.team = team;
        this.requests = requests;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    DraftView draft() {
        return view(reports.draft().orElseThrow(Refused::notFound));
    }

    /** Makes a draft of the next report from the evidence as it is now. */
    @Transactional
    DraftView begin(String key) {
        return requests.once(key, "POST /api/evidence-draft", "", this::begin, _ -> draft());
    }

    private DraftView begin(UUID id) {
        if (!reports.insertDraft(id, Report.of(evidence.now()), Change.now(clock))) {
            throw new DraftExists().refused();
        }
        audit.changed(Reports.DRAFT, id, "begun");
        return draft();
    }

    /** Writes a section of the draft if its version is still this one. */
    @Transactional(noRollbackFor = Refused.class)
    DraftView write(Section section, String text, long version) {
        var draft = forChange(version);
        return changed(draft, draft.content().with(section, text), "written");
    }

    /** Takes the figures and notes as they are now into the draft, if its version is still this one. */
    @Transactional(noRollbackFor = Refused.class)
    DraftView refresh(long version) {
        var draft = forChange(version);
        return changed(draft, draft.content().taking(evidence.now()), "refreshed");
    }

    @Transactional(noRollbackFor = Refused.class)
    void delete(long version) {
        var draft = forChange(version);
        reports.deleteDraft();
        audit.changed(Reports.DRAFT, draft.id(), "removed");
    }

    /** Publishes the draft if its version is still this one. What is published is what the caller has read in it. */
    @Transactional
    ReportView publish(long version, String key) {
        return requests.once(
                key,
                "POST /api/evidence-reports",
                version,
                fresh -> publish(new ReportId(fresh), version),
                first -> find(new ReportId(first)));
    }

    private ReportView publish(ReportId id, long version) {
        var content = forChange(version).content();
        content.refuseUnlessPublishable(PublishedFigures.DEFINITION);
        var before = reports.latest().orElse(null);
        var report = new Summary(id, before == null ? 1 : before.number() + 1, content.asAt(), Change.now(clock));
        reports.publish(report, content.following(follows(before)));
        reports.deleteDraft();
        audit.changed(Reports.REPORT, id.value(), "published");
        return find(id);
    }

    private static @Nullable Follows follows(@Nullable Summary before) {
        return before == null
                ? null
                : new Follows(before.number(), before.published().at());
    }

    @Transactional(readOnly = true)
    Page<Summary, ReportId> list(@Nullable ReportId after) {
        return Page.of(reports.all(), Summary::id, after, PAGE);
    }

    @Transactional(readOnly = true)
    ReportView find(ReportId id) {
        var report = reports.find(id).orElseThrow(Refused::notFound);
        return new ReportView(
                id, report.number(), report.published().at(), name(report.published()), reports.content(id));
    }

    /** Rejects a stale version. The refusal shows the caller the present draft. */
    private Draft forChange(long version) {
        var draft = reports.draftForChange().orElseThrow(Refused::notFound);
        if (draft.version() != version) {
            throw new StaleDraft(view(draft)).refused();
        }
        return draft;
    }

    private DraftView changed(Draft draft, Report content, String action) {
        reports.updateDraft(draft, content, Change.now(clock));
        audit.changed(Reports.DRAFT, draft.id(), action);
        return draft();
    }

    private DraftView view(Draft draft) {
        return new DraftView(draft.content(), draft.changed().at(), name(draft.changed()), draft.version());
    }

    private @Nullable String name(Change change) {
        return team.names(List.of(change.by().value())).get(change.by().value());
    }
}
