package uk.alongside.conversations.hubimport;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.hub.Hub;
import uk.alongside.conversations.hub.HubCreationLock;
import uk.alongside.conversations.hub.HubDetails;
import uk.alongside.conversations.hub.Hubs;
import uk.alongside.conversations.hubimport.HubImport.Change;
import uk.alongside.conversations.hubimport.HubImports.Imported;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.wall.CouncilContext;

/** Imports a spreadsheet of hubs, all of it or nothing. */
@Service
public class HubImportService {

    private static final int PREVIEWED = 5;
    private static final int SAID = 200;

    private final Hubs hubs;
    private final HubImports imports;
    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    HubImportService(Hubs hubs, HubImports imports, JdbcClient jdbc, Audit audit, Clock clock) {
        this.hubs = hubs;
        this.imports = imports;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public HubImport bringIn(HubFile file, boolean dryRun) {
        if (!dryRun) {
            HubCreationLock.acquire(jdbc, CouncilContext.council());
        }
        var existing = hubs.findAll().stream()
                .collect(Collectors.toMap(hub -> hub.details().key(), Function.identity()));
        var counts = new EnumMap<Change, Integer>(Change.class);
        var preview = new ArrayList<HubImport.Line>();
        var added = new ArrayList<HubDetails>();
        var changed = new LinkedHashMap<Hub, HubDetails>();
        for (var details : file.hubs()) {
            var hub = existing.get(details.key());
            var change = change(hub, details);
            counts.merge(change, 1, Integer::sum);
            if (preview.size() < PREVIEWED) {
                preview.add(HubImport.Line.of(change, details));
            }
            if (hub == null) {
                added.add(details);
            } else if (change == Change.CHANGED) {
                changed.put(hub, details);
            }
        }
        boolean store = !dryRun && file.errors().isEmpty();
        return new HubImport(
                dryRun,
                store ? store(added, changed) : null,
                file.rows(),
                counts.getOrDefault(Change.ADDED, 0),
                counts.getOrDefault(Change.CHANGED, 0),
                counts.getOrDefault(Change.UNCHANGED, 0),
                preview,
                first(file.errors()),
                file.errors().size(),
                first(file.remarks()),
                file.remarks().size());
    }

    /** Stores the hubs, together with what is needed to undo the import. */
    private UUID store(List<HubDetails> added, Map<Hub, HubDetails> changed) {
        var id = UUID.randomUUID();
        imports.keep(new Imported(id, clock.instant(), Caller.current().member(), added.size(), changed.size(), null));
        var touched = changed.keySet().stream().map(Hub::id).collect(Collectors.toCollection(ArrayList::new));
        imports.keepChanged(id, touched);
        changed.forEach(Hub::describe);
        var made =
                added.stream().map(details -> hubs.save(new Hub(details)).id()).toList();
        hubs.flush();
        imports.keepAdded(id, made);
        touched.addAll(made);
        audit.changed("hub", touched, "imported");
        return id;
    }

    private static Change change(@Nullable Hub hub, HubDetails details) {
        if (hub == null) {
            return Change.ADDED;
        }
        return hub.details().equals(details) ? Change.UNCHANGED : Change.CHANGED;
    }

    private static List<HubFile.Remark> first(List<HubFile.Remark> remarks) {
        return remarks.stream().limit(SAID).toList();
    }
}
