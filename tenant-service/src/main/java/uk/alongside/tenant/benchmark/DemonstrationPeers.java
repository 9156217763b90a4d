package uk.alongside.tenant.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import uk.alongside.statistics.privacy.YearLedger.Sheet;
import uk.alongside.tenant.benchmark.BenchmarkExchange.Carried;
import uk.alongside.tenant.register.Register;

/**
 * The invented councils with which the demonstration is compared (docs/adr/0061). Their sheets are in a file that only an
 * installation for demonstration names. Each is taken on the day on which a council would have sealed it.
 */
@Component
class DemonstrationPeers {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Optional<Path> file;

    DemonstrationPeers(Environment environment) {
        this.file = Optional.ofNullable(environment.getProperty("alongside.benchmark-peers-file"))
                .map(Path::of);
    }

    /**
     * The content of the file.
     *
     * @param first the first day of the first quarter
     */
    private record Content(LocalDate first, List<Size> sizes, List<Peer> councils) {

        static final Content NONE = new Content(LocalDate.MIN, List.of(), List.of());
    }

    /**
     * The made-up size of a demonstration council.
     *
     * @param alias null for a peer, which is not in the register
     */
    private record Size(String authority, @Nullable String alias, int population, int area) {}

    private record Peer(UUID id, String authority, List<Carried> sheets) {}

    /** Returns the made-up sizes of the demonstration councils. */
    List<AuthoritySize> sizes() {
        return content().sizes().stream()
                .map(size -> new AuthoritySize(size.authority(), size.population(), size.area()))
                .toList();
    }

    /** Returns the code of a council's authority. That of a demonstration council is invented. */
    Optional<String> authority(Register.Entry council) {
        return council.demonstration()
                ? content().sizes().stream()
                        .filter(size -> council.alias().equals(size.alias()))
                        .map(Size::authority)
                        .findFirst()
                : Optional.ofNullable(council.authority());
    }

    /** Returns the sheets that would have been sealed by a day. */
    List<SealedSheet> sealedBy(LocalDate day) {
        return content().councils().stream()
                .flatMap(peer -> peer.sheets().stream().map(sheet -> sealed(peer, sheet)))
                .filter(sheet -> !sheet.id().quarter().sealsOn().isAfter(day))
                .toList();
    }

    private static SealedSheet sealed(Peer peer, Carried sheet) {
        return new SealedSheet(
                new SealedSheet.Id(
                        peer.id(), Sheet.valueOf(sheet.kind()), sheet.from(), sheet.specification(), sheet.version()),
                peer.authority(),
                true,
                sheet.cells());
    }

    private Content content() {
        return file.map(DemonstrationPeers::read).orElse(Content.NONE);
    }

    private static Content read(Path file) {
        try {
            return JSON.readValue(Files.readString(file), Content.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The file of demonstration peers cannot be read: " + file, e);
        }
    }
}
