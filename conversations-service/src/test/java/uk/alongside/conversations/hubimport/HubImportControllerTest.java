package uk.alongside.conversations.hubimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static uk.alongside.foundation.caller.Role.HUB_STAFF;
import static uk.alongside.foundation.caller.Role.LEAD;
import static uk.alongside.foundation.caller.Role.VIEWER;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import uk.alongside.conversations.ControllerTest;
import uk.alongside.conversations.ControllerTest.As;
import uk.alongside.conversations.csvimport.CsvFile;
import uk.alongside.conversations.csvimport.ImportRefusal;
import uk.alongside.conversations.csvimport.ImportReport;
import uk.alongside.conversations.csvimport.Remark;
import uk.alongside.conversations.csvimport.RemarkTexts;
import uk.alongside.foundation.caller.Role;

@WebMvcTest(HubImportController.class)
@ControllerTest
class HubImportControllerTest {

    @Autowired
    private MockMvcTester mvc;

    @MockitoBean
    private HubImportUndo undo;

    @MockitoBean
    private HubImportService imports;

    @MockitoBean
    private RemarkTexts texts;

    @Test
    void letsOnlyLeadsImport() {
        given(imports.preview(any()))
                .willReturn(new ImportReport(0, 0, 0, 0, List.of(), List.of(), 0, 0, List.of(), 0, 0));

        for (var role : List.of(HUB_STAFF, VIEWER)) {
            assertThat(csv("/api/hubs/imports/preview", role, "x")).hasStatus(403);
            assertThat(csv("/api/hubs/imports", role, "x")).hasStatus(403);
        }
        assertThat(csv("/api/hubs/imports/preview", LEAD, "x")).hasStatusOk();
    }

    @Test
    void refusesAnImportWithErrorsAndSaysThem() {
        var error = new Remark(2, "postcode", "HX1", "Enter a full UK postcode, like HX1 1UJ.");
        var report = new ImportReport(1, 0, 0, 0, List.of(), List.of(error), 1, 1, List.of(), 0, 0);
        given(imports.create(any(), any(), any())).willThrow(new ImportRefusal.HasErrors(report).refused());

        assertThat(csv("/api/hubs/imports", LEAD, "x"))
                .hasStatus(400)
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"type": "https://alongside.example/problems/import-has-errors",
                         "report": {"errors": [{"row": 2, "column": "postcode", "value": "HX1"}],
                          "errorRows": 1}}""");
    }

    @Test
    void refusesALargeFileBeforeReadingIt() {
        var large = "x".repeat(CsvFile.MOST_BYTES + 1);

        assertThat(csv("/api/hubs/imports/preview", LEAD, large)).hasStatus(413);
        assertThat(csv("/api/hubs/imports", LEAD, large)).hasStatus(413);
    }

    private MvcTestResult csv(String path, Role role, String content) {
        return mvc.post()
                .uri(path)
                .with(As.a(role))
                .header("Idempotency-Key", "key")
                .contentType("text/csv")
                .content(content)
                .exchange();
    }
}
