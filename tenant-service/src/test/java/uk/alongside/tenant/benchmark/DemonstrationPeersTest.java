package uk.alongside.tenant.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;
import uk.alongside.statistics.privacy.YearLedger.Sheet;
import uk.alongside.statistics.sheet.SheetLayout;
import uk.alongside.tenant.benchmark.BenchmarkExchange.Answer;
import uk.alongside.tenant.benchmark.BenchmarkExchange.Held;
import uk.alongside.tenant.delivery.ConversationsService;
import uk.alongside.tenant.delivery.VersionConflict;
import uk.alongside.tenant.register.CouncilStatus;
import uk.alongside.tenant.register.Register;

class DemonstrationPeersTest {

    private static final UUID PEER = UUID.randomUUID();
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final LocalDate SEALED_ON = LocalDate.of(2026, 8, 11);

    private final Register register = mock(Register.class);
    private final Sheets sheets = mock(Sheets.class);
    private final ReleaseMaker maker = mock(ReleaseMaker.class);
    private final Releases releases = mock(Releases.class);
    private final ConversationsService conversations = mock(ConversationsService.class);

    @TempDir
    private Path folder;

    private DemonstrationPeers peers;

    @BeforeEach
    void aFileWithAPeer() throws IOException {
        var cells = Collections.nCopies(SheetLayout.of(Sheet.QUARTER).cells(), 7);
        var file = Files.writeString(folder.resolve("peers.json"), """
                {"first": "2026-04-01",
                 "sizes": [{"authority": "D00000001", "population": 200000, "area": 90},
                           {"authority": "D00000002", "population": 300000, "area": 900, "alias": "larkshire"}],
                 "councils": [{"id": "%s", "authority": "D00000001", "sheets": [
                   {"kind": "QUARTER", "from": "2026-04-01", "specification": 1, "version": 1, "cells": %s},
                   {"kind": "QUARTER", "from": "2026-07-01", "specification": 1, "version": 1, "cells": %s}]}]}
                """.formatted(PEER, cells, cells));
        peers = new DemonstrationPeers(
                new MockEnvironment().withProperty("alongside.benchmark-peers-file", file.toString()));
    }

    @Test
    void giveASheetOnTheDayOnWhichACouncilWouldSealIt() {
        assertThat(peers.sealedBy(SEALED_ON.minusDays(1))).isEmpty();
        assertThat(peers.sealedBy(SEALED_ON)).singleElement().satisfies(sheet -> {
            assertThat(sheet.id()).isEqualTo(new SealedSheet.Id(PEER, Sheet.QUARTER, APRIL, 1, 1));
            assertThat(sheet.authority()).isEqualTo("D00000001");
            assertThat(sheet.demonstration()).isTrue();
        });
    }

    @Test
    void giveADemonstrationCouncilItsInventedAuthority() {
        assertThat(peers.authority(council("larkshire", true, null))).contains("D00000002");
        assertThat(peers.authority(council("meadowshire", true, null))).isEmpty();
        assertThat(peers.authority(council("larkshire", false, "E06000001"))).contains("E06000001");
    }

    @Test
    void areNoneIfNoFileIsNamed() {
        var none = new DemonstrationPeers(new MockEnvironment());

        assertThat(none.sealedBy(SEALED_ON)).isEmpty();
        assertThat(none.sizes()).isEmpty();
    }

    @Test
    void areCollectedWhileAllCouncilsAreDemonstrations() {
        exchange(council("larkshire", true, null)).run();

        verify(sheets).store(peers.sealedBy(SEALED_ON).getFirst());
    }

    @Test
    void areNotCollectedAgain() {
        when(sheets.of(PEER)).thenReturn(peers.sealedBy(SEALED_ON));

        exchange(council("larkshire", true, null)).run();

        verify(sheets, never()).store(any());
    }

    @Test
    void areNotCollectedBesideACouncilThatExists() {
        exchange(council("larkshire", true, null), council("hartlepool", false, "E06000001"))
                .run();

        verify(sheets, never()).store(any());
    }

    @Test
    void madeUpFiguresGoToDemonstrationCouncilsOnly() throws VersionConflict {
        var demonstration = council("larkshire", true, null);
        var other = council("hartlepool", false, "E06000001");
        var file = """
                {"format":1,"period":{"from":"2026-04-01","to":"2026-06-30"},"madeOn":"2026-08-12","specification":1,
                 "madeUp":true,"families":[],"pools":[],"breakdowns":[],"restated":[]}""";
        when(releases.list())
                .thenReturn(
                        List.of(new SignedRelease(new Quarter(APRIL), SEALED_ON, file, "key", "signature", List.of())));

        exchange(demonstration, other).run();

        verify(conversations).put(eq(demonstration.id()), eq("releases/2026-04-01"), any());
        verify(conversations, never()).put(eq(other.id()), anyString(), any());
    }

    private BenchmarkExchange exchange(Register.Entry... councils) {
        when(register.all()).thenReturn(List.of(councils));
        when(maker.makeDue()).thenReturn(Optional.empty());
        when(conversations.question(any(), any(), any(), eq(Answer.class))).thenReturn(new Answer(List.of()));
        when(conversations.read(any(), any(), eq(Held.class))).thenReturn(new Held(List.of()));
        var clock = Clock.fixed(SEALED_ON.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        return new BenchmarkExchange(register, sheets, peers, maker, releases, conversations, clock);
    }

    private static Register.Entry council(String alias, boolean demonstration, @Nullable String authority) {
        return new Register.Entry(UUID.randomUUID(), alias, alias, CouncilStatus.LIVE, false, demonstration, authority);
    }
}
