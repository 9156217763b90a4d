package uk.alongside.foundation.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.alongside.foundation.audit.AuditEntries.Entry;
import uk.alongside.foundation.audit.AuditEntries.Named;
import uk.alongside.foundation.audit.AuditReader.Line;
import uk.alongside.foundation.audit.AuditReader.Wanted;
import uk.alongside.foundation.page.Page;
import uk.alongside.foundation.trial.TrialService;
import uk.alongside.foundation.wall.CouncilContext;

/** Tests the entries that people read: which values and records they name, which events become one, and the CSV file. */
class AuditEntriesTest extends TrialService {

    private static final UUID PRIYA = UUID.randomUUID();
    private static final UUID TOM = UUID.randomUUID();
    private static final UUID HUB = UUID.randomUUID();
    private static final UUID MARGARET = UUID.randomUUID();

    @Autowired
    private Audit audit;

    @Autowired
    private AuditEntries entries;

    @Autowired
    private AuditExport export;

    @Autowired
    private AuditReader reader;

    @Autowired
    private AuditSealer sealer;

    @Autowired
    private AuditChain chain;

    @Autowired
    private PlatformTransactionManager transactions;

    private final UUID council = UUID.randomUUID();

    @Test
    void anEventKeepsTheValuesThatDiffer() {
        inTransaction(() -> {
            audit.value("name", "Library", "Library");
            audit.value("postcode", "HX1 1UJ", "HX1 2AB");
            audit.setting("directions", true);
            audit.setting("website", false);
            audit.changed("hub", HUB, "edited");
        });

        assertThat(newest().values())
                .containsExactly(
                        new AuditValue("postcode", "HX1 1UJ", "HX1 2AB"), new AuditValue("directions", null, null));
    }

    @Test
    void theSealCoversTheValues() {
        inTransaction(() -> {
            audit.value("name", "An id, a \"quote\" and a \\", MARGARET.toString());
            audit.changed("hub", HUB, "edited");
        });
        CouncilContext.run(council, () -> sealer.seal(AuditSealer.EVERYTHING));

        assertThat(CouncilContext.call(council, () -> chain.verify(List.of())).findings())
                .isEmpty();
        assertThat(CouncilContext.call(council, () -> entries.page(about(MARGARET)))
                        .items())
                .as("a value that looks like an id is no subject")
                .isEmpty();
    }

    @Test
    void aLongValueIsCut() {
        inTransaction(() -> {
            audit.value("name", null, "😀".repeat(300));
            audit.changed("hub", HUB, "edited");
        });

        assertThat(newest().values().getFirst().to()).isEqualTo("😀".repeat(199) + "…");
    }

    @Test
    void theNameOfAValueIsOneWord() {
        assertThatIllegalArgumentException().isThrownBy(() -> inTransaction(() -> audit.setting("Ada Lovelace", true)));
    }

    @Test
    void readsOfOneBoardByOneMemberOnOneDayAreOneEntry() {
        board(PRIYA, "2026-11-24T09:00:00Z", MARGARET);
        board(TOM, "2026-11-24T09:01:00Z");
        board(PRIYA, "2026-11-24T09:02:00Z");
        board(PRIYA, "2026-11-25T09:00:00Z");
        change("2026-11-24T09:01:30Z");
        change("2026-11-24T09:01:40Z");

        var all = page(Wanted.EVERYTHING).items();

        assertThat(all)
                .extracting(Entry::times)
                .as("the next day, both looks of Priya, two changes, and Tom")
                .containsExactly(1, 2, 1, 1, 1);
        assertThat(all.get(1)).returns(Instant.parse("2026-11-24T09:00:00Z"), Entry::since);
        assertThat(all.get(1).subjects())
                .as("the hub, and everyone whom one of the reads showed")
                .extracting(Named::id)
                .containsExactly(HUB, MARGARET);
    }

    @Test
    void pagesShowEachEventOnce() {
        IntStream.range(0, 60).forEach(n -> change("2026-11-24T09:00:" + (n < 10 ? "0" : "") + n + "Z"));
        IntStream.range(0, 59).forEach(n -> board(PRIYA, "2026-11-24T09:00:" + (n < 10 ? "0" : "") + n + ".500Z"));

        var first = page(Wanted.EVERYTHING);
        var second = page(Wanted.EVERYTHING.before(first.next()));
        var third = page(Wanted.EVERYTHING.before(second.next()));

        assertThat(first.items()).hasSize(25);
        assertThat(third.next()).isNull();
        assertThat(List.of(first, second, third).stream()
                        .flatMap(page -> page.items().stream())
                        .mapToInt(Entry::times)
                        .sum())
                .isEqualTo(119);
    }

    @Test
    void aBoardThatWasOpenForLongEndsThePage() {
        superuser.sql("""
                        insert into app.audit_event (tenant_id, id, at, actor_kind, actor, action, kind, subjects, details, key_id, mac)
                        select ?, gen_random_uuid(), timestamptz '2026-11-24 09:00Z' + n * interval '1 second',
                               'member', ?, 'read', 'day', '[{"ids":["' || ? || '"],"kind":"day","what":"read"}]',
                               '[]', 'k', sha256('a')
                        from generate_series(1, 2500) n""").params(council, PRIYA, HUB).update();

        var first = page(Wanted.EVERYTHING);

        assertThat(first.items()).extracting(Entry::times).containsExactly(2000);
        assertThat(page(Wanted.EVERYTHING.before(first.next())).items())
                .extracting(Entry::times)
                .containsExactly(500);
    }

    @Test
    void entriesAboutOneRecordNameItFirst() {
        board(PRIYA, "2026-11-24T09:00:00Z", UUID.randomUUID(), MARGARET);
        board(PRIYA, "2026-11-24T09:01:00Z", UUID.randomUUID());

        var found = page(about(MARGARET)).items();

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().subjects().getFirst().id()).isEqualTo(MARGARET);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-29, 2026-03-29T00:00:00Z, 2026-03-29T22:59:59Z, 2026-03-28T23:59:59Z, 2026-03-29T23:00:00Z",
        "2026-10-25, 2026-10-24T23:00:00Z, 2026-10-25T23:59:59Z, 2026-10-24T22:59:59Z, 2026-10-26T00:00:00Z"
    })
    void aDayOnWhichTheClocksChangeIsAWholeDay(
            LocalDate day, String first, String last, String tooEarly, String tooLate) {
        List.of(first, last, tooEarly, tooLate).forEach(this::change);

        var found = CouncilContext.call(council, () -> reader.find(new Wanted(null, null, null, day, day, null), 10));

        assertThat(found).extracting(Line::at).containsExactly(Instant.parse(last), Instant.parse(first));
    }

    @Test
    void theFileHasEachEventWithItsSealAndTheExportItself() throws IOException {
        change("2026-10-25T00:30:00Z");
        change("2026-10-25T01:30:00Z");
        CouncilContext.run(council, () -> sealer.seal(AuditSealer.EVERYTHING));

        var rows = exported(Wanted.EVERYTHING);

        assertThat(rows.getFirst())
                .isEqualTo("\"seq\",\"sealed\",\"at\",\"actor kind\",\"actor\",\"action\",\"kind\","
                        + "\"records\",\"values\",\"id\"");
        assertThat(rows.get(1)).startsWith("\"\",\"no\",").contains("\"exported\",\"audit\"");
        assertThat(rows.get(2)).startsWith("\"2\",\"yes\",\"2026-10-25T01:30Z\",\"member\",\"\",\"edited\",\"hub\"");
        assertThat(rows.get(3)).startsWith("\"1\",\"yes\",\"2026-10-25T01:30+01:00\"");
        assertThat(rows).hasSize(4);
    }

    @Test
    void theFileIsWrittenInBatchesAndMissesNoEvent() throws IOException {
        superuser.sql("""
                        insert into app.audit_event (tenant_id, id, at, actor_kind, action, kind, subjects, details, key_id, mac)
                        select ?, gen_random_uuid(), timestamptz '2026-11-24 09:00Z' + n * interval '1 second',
                               'service', 'read', 'person', '[]', '[]', 'k', sha256('a') from generate_series(1, 2000) n""").param(council).update();

        assertThat(exported(new Wanted("person", null, null, null, null, null)).stream()
                        .distinct())
                .hasSize(2001);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"=1+1", "+1", "-1", "@SUM(A1)", "＝1", "`\t=1`"})
    void noCellOfTheFileIsAFormula(String name) throws IOException {
        superuser
                .sql("insert into app.member values (?, ?, 'test', 'priya', ?, '{lead}', 'active', 1)")
                .params(council, PRIYA, name)
                .update();
        change("2026-11-24T09:00:00Z");

        assertThat(exported(new Wanted("hub", null, null, null, null, null)).get(1))
                .contains(",\"'" + name + "\",");
    }

    private List<String> exported(Wanted wanted) throws IOException {
        var file = new StringWriter();
        CouncilContext.call(council, () -> {
            export.write(wanted, file);
            return true;
        });
        return file.toString().lines().toList();
    }

    private static Wanted about(UUID subject) {
        return new Wanted(null, null, subject, null, null, null);
    }

    private Page<Entry, UUID> page(Wanted wanted) {
        return CouncilContext.call(council, () -> entries.page(wanted));
    }

    private Line newest() {
        return CouncilContext.call(council, () -> reader.find(Wanted.EVERYTHING, 1))
                .getFirst();
    }

    private void inTransaction(Runnable work) {
        CouncilContext.run(council, () -> new TransactionTemplate(transactions).executeWithoutResult(_ -> work.run()));
    }

    private void board(UUID actor, String at, UUID... people) {
        var shown =
                List.of(people).stream().map(id -> '"' + id.toString() + '"').toList();
        insert(
                actor,
                at,
                "read",
                "day",
                "[{\"ids\":[\"" + HUB + "\"],\"kind\":\"day\",\"what\":\"read\"},{\"ids\":" + shown
                        + ",\"kind\":\"person\",\"what\":\"read\"}]");
    }

    private void change(String at) {
        insert(PRIYA, at, "edited", "hub", "[{\"ids\":[\"" + HUB + "\"],\"kind\":\"hub\",\"what\":\"edited\"}]");
    }

    private void insert(UUID actor, String at, String action, String kind, String subjects) {
        superuser.sql("""
                        insert into app.audit_event (tenant_id, id, at, actor_kind, actor, action, kind, subjects, details, key_id, mac)
                        values (?, gen_random_uuid(), ?::timestamptz, 'member', ?, ?, ?, ?, '[]', 'k', sha256('a'))""").params(council, at, actor, action, kind, subjects).update();
    }
}
