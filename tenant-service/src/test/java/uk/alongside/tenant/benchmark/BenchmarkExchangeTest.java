package uk.alongside.tenant.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static uk.alongside.tenant.benchmark.MadeUpSheets.quarter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import uk.alongside.tenant.TenantServiceTest;

class BenchmarkExchangeTest extends TenantServiceTest {

    private static final LocalDate FROM = LocalDate.of(2021, 4, 1);

    @Autowired
    private BenchmarkExchange exchange;

    @Autowired
    private Sheets sheets;

    @Autowired
    private Releases releases;

    private String id = "";

    @BeforeEach
    void foundACouncil() {
        clear();
        id = operator()
                .post("/api/councils", aCouncil().json())
                .body()
                .path("council")
                .path("id")
                .asString();
        PEER.hold(releasesPath(), "{\"held\": []}");
    }

    @AfterEach
    void acceptQuestions() {
        PEER.accept(sheetsPath());
    }

    @AfterEach
    void clear() {
        List.of("benchmark_sheet", "benchmark_part", "benchmark_cut", "benchmark_release")
                .forEach(table -> superuser().sql("delete from shared." + table).update());
    }

    @Test
    void collectsSheetsOnceAndSaysWhichItHolds() {
        var sheet = quarter(0, FROM, 100, 0.3);
        answers(sheet.cells());

        exchange.run();
        exchange.run();

        assertThat(sheets.of(UUID.fromString(id))).singleElement().satisfies(held -> {
            assertThat(held.cells()).isEqualTo(sheet.cells());
            assertThat(held.demonstration()).isTrue();
        });
        var questions = PEER.puts(sheetsPath());
        assertThat(questions.getFirst().body().path("held")).isEmpty();
        assertThat(questions.getLast().body().path("held")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 409})
    void countsAQuestionThatIsRefusedAsFailedAndNotAsOneToRepeat(int status) {
        PEER.refuse(sheetsPath(), status);

        assertThatIllegalStateException().isThrownBy(exchange::run).withMessageContaining("1 councils");
    }

    @Test
    void waitsForAPeerThatIsDamaged() {
        PEER.refuse(sheetsPath(), 503);

        assertThatNoException().isThrownBy(exchange::run);
    }

    @Test
    void refusesASheetThatWasTamperedWithAndLogsNoNumber() {
        var sheet = quarter(0, FROM, 100, 0.3);
        answers(sheet.cells());
        exchange.run();
        var tampered = new ArrayList<>(sheet.cells());
        tampered.set(0, 987_654);
        answers(tampered);

        assertThatIllegalStateException().isThrownBy(exchange::run).withMessageContaining("1 councils");

        assertThat(sheets.of(UUID.fromString(id)).getFirst().cells()).isEqualTo(sheet.cells());
    }

    @Test
    void deliversAReleaseUntilThePeerHoldsIt() {
        answers(quarter(0, FROM, 1000, 0.3).cells());
        for (var council = 0; council < 6; council++) {
            sheets.store(quarter(council, FROM, 1000, 0.3));
        }

        exchange.run();

        var release = releases.list().getFirst();
        var delivered = PEER.held(releasesPath() + "/" + FROM);
        assertThat(delivered.path("file").asString()).isEqualTo(release.file());
        assertThat(delivered.path("signature").asString()).isEqualTo(release.signature());
        PEER.hold(releasesPath(), "{\"held\": [\"" + FROM + "\"]}");
        exchange.run();
        assertThat(PEER.puts(releasesPath() + "/" + FROM)).hasSize(1);
    }

    private void answers(List<Integer> cells) {
        PEER.hold(sheetsPath(), """
                {"sheets": [{"kind": "QUARTER", "from": "%s", "specification": 1, "version": 1, "cells": [%s]}]}""".formatted(
                        FROM, cells.stream().map(String::valueOf).collect(Collectors.joining(","))));
    }

    private String sheetsPath() {
        return "/internal/councils/" + id + "/sheets";
    }

    private String releasesPath() {
        return "/internal/councils/" + id + "/releases";
    }
}
