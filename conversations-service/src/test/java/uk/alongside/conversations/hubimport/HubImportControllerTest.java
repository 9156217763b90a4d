package uk.alongside.conversations.hubimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static uk.alongside.foundation.caller.Role.HUB_STAFF;
import static uk.alongside.foundation.caller.Role.LEAD;
import static uk.alongside.foundation.caller.Role.VIEWER;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import uk.alongside.conversations.ControllerTest;
import uk.alongside.conversations.ControllerTest.As;

@WebMvcTest(HubImportController.class)
@ControllerTest
class HubImportControllerTest {

    @Autowired
    private MockMvcTester mvc;

    @MockitoBean
    private HubImportUndo undo;

    @MockitoBean
    private HubImportService imports;

    @Test
    void letsOnlyLeadsImport() {
        given(imports.bringIn(any(), eq(true)))
                .willReturn(new HubImport(true, null, 0, 0, 0, 0, List.of(), List.of(), 0, List.of(), 0));

        for (var role : List.of(HUB_STAFF, VIEWER)) {
            assertThat(mvc.post()
                            .uri("/api/hubs/import")
                            .with(As.a(role))
                            .contentType("text/csv")
                            .content("x"))
                    .hasStatus(403);
        }
        assertThat(mvc.post()
                        .uri("/api/hubs/import")
                        .with(As.a(LEAD))
                        .contentType("text/csv")
                        .content("x"))
                .hasStatusOk();
    }

    @Test
    void refusesAnImportWithErrorsAndSaysThem() {
        var error = new HubFile.Remark(2, "postcode", "Enter a full UK postcode, like HX1 1UJ.");
        given(imports.bringIn(any(), eq(false)))
                .willReturn(new HubImport(false, null, 1, 0, 0, 0, List.of(), List.of(error), 1, List.of(), 0));

        assertThat(mvc.post()
                        .uri("/api/hubs/import?dryRun=false")
                        .with(As.a(LEAD))
                        .contentType("text/csv")
                        .content("x"))
                .hasStatus(400)
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"type": "https://alongside.example/problems/import-has-errors",
                         "report": {"errors": [{"row": 2, "column": "postcode"}]}}""");
    }

    @Test
    void refusesALargeFileBeforeReadingIt() {
        var large = "x".repeat(HubFile.MOST_BYTES + 1).getBytes(StandardCharsets.US_ASCII);

        assertThat(mvc.post()
                        .uri("/api/hubs/import")
                        .with(As.a(LEAD))
                        .contentType("text/csv")
                        .content(large))
                .hasStatus(413);
    }
}
