package uk.alongside.conversations.hubimport;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.council.Team;
import uk.alongside.conversations.csvimport.ImportReport;
import uk.alongside.conversations.csvimport.ImportReport.Change;
import uk.alongside.conversations.csvimport.ImportReport.Line;
import uk.alongside.conversations.hub.Hub;
import uk.alongside.conversations.hub.HubCreationLock;
import uk.alongside.conversations.hub.HubDetails;
import uk.alongside.conversations.hub.HubSnapshot;
import uk.alongside.conversations.hub.Hubs;
import uk.alongside.conversations.hubimport.HubImports.Imported;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.idempotency.IdempotentRequests;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.foundation.wall.CouncilSql;

/** Imports a spreadsheet of hubs, all of it or nothing. */
@Service
class HubImportService {

    private final Hubs hubs;
    private final HubImports imports;
    private final CouncilSql sql;
    private final IdempotentRequests requests;
    private final Team team;
    private final Audit audit;
    private final Clock clock;

    HubImportService(
            Hubs hubs,
            HubImports imports,
            CouncilSql sql,
            IdempotentRequests requests,
            Team team,
            Audit audit,
            Clock clock) {
        this.hubs = hubs;
        this.imports = imports;
        this.sql = sql;
        this.requests = requests;
        this.team = team;
        this.audit = audit;
        this.clock = clock;
    }

    /** The changes of a file: the report on it, the hubs to add, and the hubs to change. */
    private record Plan(ImportReport report, List<HubDetails> added, Map<Hub, HubDetails> changed) {}

    @Transactional(readOnly = true)
    ImportReport preview(HubFile file) {
        return plan(file).report();
    }

    /** Imports the file. The key identifies the request, and the bytes are what the caller sent. */
    @Transactional
    HubImport create(HubFile file, byte[] bytes, String key) {
        return requests.once(key, "POST /api/hubs/imports", bytes, id -> create(id, file), this::find);
    }

    private HubImport create(UUID id, HubFile file) {
        HubCreationLock.acquire(sql);
        var plan = plan(file);
        plan.report().refuseErrors();
        store(id, plan.added(), plan.changed());
        return find(id);
    }

    @Transactional(readOnly = true)
    HubImport find(UUID id) {
        return named(List.of(imports.find(id).orElseThrow(Refused::notFound))).getFirst();
    }

    /** Returns the imports of the last day that are older than the import {@code after}, newest first. */
    @Transactional(readOnly = true)
    List<HubImport> recent(@Nullable UUID after, int most) {
        return named(imports.since(clock.instant().minus(HubImportUndo.WITHIN), after, most));
    }

    private List<HubImport> named(List<Imported> found) {
        var names = team.names(found.stream().map(Imported::by).distinct().toList());
        return found.stream()
                .map(row -> new HubImport(row, names.getOrDefault(row.by(), "")))
                .toList();
    }

    private Plan plan(HubFile file) {
        var existing = hubs.findAll().stream()
                .collect(Collectors.toMap(hub -> hub.details().key(), Function.identity()));
        var lines = new ArrayList<Line>();
        var added = new ArrayList<HubDetails>();
        var changed = new LinkedHashMap<Hub, HubDetails>();
        for (var venue : file.venues()) {
            var hub = existing.get(venue.details().key());
            var details = venue.over(hub == null ? null : hub.details());
            var change = change(hub, details);
            lines.add(new Line(
                    change, details.name(), List.of(String.join(", ", details.address()), details.postcode())));
            if (hub == null) {
                added.add(details);
            } else if (change == Change.CHANGED) {
                changed.put(hub, details);
            }
        }
        return new Plan(ImportReport.of(file.file(), lines), added, changed);
    }

    /** Stores the hubs, together with what is needed to undo the import. */
    private void store(UUID id, List<HubDetails> added, Map<Hub, HubDetails> changed) {
        imports.keep(new Imported(
                id, clock.instant(), Caller.current().member().value(), added.size(), changed.size(), null));
        var before = new LinkedHashMap<Hub, @Nullable HubSnapshot>();
        changed.forEach((hub, details) -> {
            before.put(hub, hub.snapshot());
            hub.describe(details);
        });
        added.forEach(details -> before.put(hubs.save(new Hub(details)), null));
        hubs.flush();
        imports.keepLines(
                id,
                before.entrySet().stream()
                        .map(line -> new HubImports.Line(
                                line.getKey().id(), line.getKey().version(), line.getValue()))
                        .toList());
        audit.changed("hub", before.keySet().stream().map(Hub::id).toList(), "imported");
    }

    private static Change change(@Nullable Hub hub, HubDetails details) {
        if (hub == null) {
            return Change.ADDED;
        }
        return hub.details().equals(details) ? Change.UNCHANGED : Change.CHANGED;
    }
}
