package uk.alongside.conversations.csvimport;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The answer with which a browser saves an empty spreadsheet under a name. */
public final class TemplateDownload {

    private TemplateDownload() {}

    public static ResponseEntity<byte[]> of(String fileName, byte[] template) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(fileName)
                                .build()
                                .toString())
                .body(template);
    }
}
