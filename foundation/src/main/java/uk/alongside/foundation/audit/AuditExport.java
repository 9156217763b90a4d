package uk.alongside.foundation.audit;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.alongside.foundation.audit.AuditReader.Line;
import uk.alongside.foundation.audit.AuditReader.Wanted;
import uk.alongside.foundation.audit.AuditSubjects.Subject;
import uk.alongside.foundation.text.TextKind;

/**
 * Writes the events that match a filter as a CSV file, newest first, in batches, so that memory holds one batch. The file
 * holds the ids of residents and never a name: a file outlives a resident's record.
 */
class AuditExport {

    private static final String KIND = "audit";
    private static final int AT_ONCE = 1_000;
    private static final List<String> COLUMNS =
            List.of("seq", "sealed", "at", "actor kind", "actor", "action", "kind", "records", "values", "id");

    private final AuditReader events;
    private final AuditSubjects subjects;
    private final Audit audit;
    private final TransactionTemplate transaction;

    AuditExport(AuditReader events, AuditSubjects subjects, Audit audit, PlatformTransactionManager transactions) {
        this.events = events;
        this.subjects = subjects;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Records the export, and then writes the file. The record is committed before the first byte leaves. */
    void write(Wanted wanted, Writer file) throws IOException {
        transaction.executeWithoutResult(_ -> record(wanted));
        file.write(row(COLUMNS.stream()));
        @Nullable UUID last = null;
        List<String> rows;
        do {
            var from = wanted.before(last);
            var lines = Objects.requireNonNull(transaction.execute(_ -> events.find(from, AT_ONCE)));
            rows = Objects.requireNonNull(transaction.execute(_ -> rows(lines)));
            for (var row : rows) {
                file.write(row);
            }
            last = lines.isEmpty() ? null : lines.getLast().id();
        } while (rows.size() == AT_ONCE);
        file.flush();
    }

    private void record(Wanted wanted) {
        audit.changed(KIND, wanted.subject() == null ? List.of() : List.of(wanted.subject()), "exported");
        audit.value("kind", null, wanted.kind());
        audit.value(
                "member", null, wanted.actor() == null ? null : wanted.actor().toString());
        audit.value("from", null, wanted.from() == null ? null : wanted.from().toString());
        audit.value("to", null, wanted.to() == null ? null : wanted.to().toString());
    }

    private List<String> rows(List<Line> lines) {
        var known = subjects.describe(lines.stream()
                .filter(line -> !line.kind().equals(AuditSubjects.PERSON))
                .flatMap(line -> line.mainIds().stream().map(id -> Map.entry(line.kind(), id)))
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toSet()))));
        return lines.stream().map(line -> row(cells(line, known))).toList();
    }

    private static Stream<String> cells(Line line, Map<UUID, Subject> known) {
        return Stream.of(
                line.seq() == null ? "" : line.seq().toString(),
                line.seq() == null ? "no" : "yes",
                line.at().atZone(AuditReader.LONDON).toOffsetDateTime().toString(),
                line.actorKind().word(),
                line.name() == null ? "" : line.name(),
                line.action(),
                line.kind(),
                line.parts().stream()
                        .flatMap(part ->
                                part.ids().stream().map(id -> part.kind() + " " + id + described(known.get(id))))
                        .distinct()
                        .collect(joining("; ")),
                line.values().stream()
                        .map(value -> value.name() + ": " + text(value.from()) + " -> " + text(value.to()))
                        .collect(joining("; ")),
                line.id().toString());
    }

    private static String described(@Nullable Subject subject) {
        return subject == null
                ? ""
                : Stream.of(subject.name(), subject.date(), subject.starts())
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .collect(joining(" ", " (", ")"));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static String row(Stream<String> cells) {
        return cells.map(AuditExport::cell).collect(joining(",", "", "\r\n"));
    }

    /** Puts an apostrophe before a text that a spreadsheet would run as a formula. */
    private static String cell(String text) {
        var safe = TextKind.looksLikeFormula(text) ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
