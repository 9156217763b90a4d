package uk.alongside.conversations.hub;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.hub.HubImport.Change;
import uk.alongside.foundation.CouncilContext;
import uk.alongside.foundation.audit.Audit;

/** Brings in a spreadsheet of hubs, all of it or nothing. */
@Service
class HubImportService {

    private static final int PREVIEWED = 5;
    private static final int SAID = 200;

    private final Hubs hubs;
    private final JdbcClient jdbc;
    private final Audit audit;

    HubImportService(Hubs hubs, JdbcClient jdbc, Audit audit) {
        this.hubs = hubs;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    @Transactional
    HubImport bringIn(HubFile file, boolean dryRun) {
        if (!dryRun) {
            OneAtATime.enter(jdbc, CouncilContext.council());
        }
        var existing = hubs.findAll().stream()
                .collect(Collectors.toMap(hub -> hub.details().key(), Function.identity()));
        var counts = new EnumMap<Change, Integer>(Change.class);
        var preview = new ArrayList<HubImport.Line>();
        var touched = new ArrayList<UUID>();
        var store = !dryRun && file.errors().isEmpty();
        for (var details : file.hubs()) {
            var hub = existing.get(details.key());
            var change = change(hub, details);
            counts.merge(change, 1, Integer::sum);
            if (preview.size() < PREVIEWED) {
                preview.add(HubImport.Line.of(change, details));
            }
            if (store && hub == null) {
                touched.add(hubs.save(new Hub(details)).id());
            } else if (store && hub != null && change == Change.CHANGED) {
                hub.describe(details);
                touched.add(hub.id());
            }
        }
        if (store) {
            audit.changed("hub", touched, "imported");
        }
        return new HubImport(
                dryRun,
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
