package uk.alongside.conversations.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.RunningService;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;
import uk.alongside.foundation.encryption.DataKeys;
import uk.alongside.foundation.encryption.EncryptedColumn;
import uk.alongside.foundation.wall.CouncilContext;

/** Tests that what was said in a conversation is in the answers to practitioners, and nowhere else in clear. */
@ServiceTest
@ExtendWith(OutputCaptureExtension.class)
class TextsAtRestTest {

    private static final String SENTENCE = "Zillah fears the quince stairs at dusk";
    private static final String MATTERS = "prompt.matters";

    /** The columns of this feature that hold text in clear, and what they hold. */
    private static final Map<String, String> IN_CLEAR = Map.of(
            "conversation.status", "a word of the code",
            "conversation.prompts", "the council's own words for its prompts",
            "conversation_box.prompt_id", "the id of a prompt",
            "conversation_revision.prompt_id", "the id of a prompt",
            "conversation_writer.prompt_id", "the id of a prompt");

    @LocalServerPort
    private int port;

    @Autowired
    private DataKeys keys;

    @Autowired
    private List<EncryptedColumn> columns;

    private final JdbcClient superuser = RunningService.superuser();
    private TestCouncil council;
    private Api practitioner;
    private String path;

    @BeforeEach
    void aRecordWithText() {
        council = TestCouncil.create(port);
        practitioner = council.member("practitioner");
        path = recordOf(council, practitioner);
    }

    @Test
    void areInNoTableNoLogAndNoEvent(CapturedOutput output) {
        assertThat(write(practitioner, path, 0, SENTENCE).status()).isEqualTo(200);
        assertThat(write(practitioner, path, 1, SENTENCE + ", again").status()).isEqualTo(200);
        assertThat(write(council.member("practitioner"), path, 0, "stale " + SENTENCE)
                        .status())
                .isEqualTo(412);
        assertThat(write(practitioner, path, 2, SENTENCE.repeat(6_000)).status())
                .isEqualTo(413);
        assertThat(practitioner.get(path).text()).contains(SENTENCE);
        assertThat(practitioner.get(path + "/revisions").text()).contains(SENTENCE);

        assertThat(tablesWith("Ellison")).as("the search finds a name in clear").contains("app.person");
        assertThat(tablesWith("Zillah")).isEmpty();
        assertThat(tablesWith("quince stairs")).isEmpty();
        assertThat(output).doesNotContain("Zillah").doesNotContain("quince");
    }

    @Test
    void areInColumnsOfBytes() {
        var inClear = superuser
                .sql("""
                        select table_name || '.' || column_name from information_schema.columns
                        where table_schema = 'app' and table_name like 'conversation%'
                          and data_type not in ('uuid', 'bigint', 'integer', 'boolean', 'date', 'timestamp with time zone', 'bytea')""")
                .query((row, _) -> String.valueOf(row.getString(1)))
                .list();

        assertThat(inClear).isSubsetOf(IN_CLEAR.keySet()).contains("conversation_box.prompt_id");
        assertThat(columns)
                .hasSizeGreaterThanOrEqualTo(6)
                .allSatisfy(column -> assertThat(superuser
                                .sql(
                                        "select data_type from information_schema.columns where table_schema || '.' || table_name = ?"
                                                + " and column_name = ?")
                                .params(column.table(), column.column())
                                .query(String.class)
                                .single())
                        .isEqualTo("bytea"));
    }

    /** Otherwise a new key would never reach the texts of the column, and the run would end there. */
    @Test
    void areInColumnsThatTheServiceMayEncryptAgain() {
        assertThat(columns)
                .allSatisfy(column -> assertThat(superuser
                                .sql("select has_column_privilege('conversations_app', ?, ?, 'UPDATE')")
                                .params(column.table(), column.column())
                                .query(Boolean.class)
                                .single())
                        .as(column.table() + "." + column.column())
                        .isTrue());
    }

    @Test
    void areUnreadableAfterTheCouncilsKeysWereDestroyed() {
        write(practitioner, path, 0, SENTENCE);
        var other = TestCouncil.create(port);
        var elsewhere = other.member("practitioner");
        var otherPath = recordOf(other, elsewhere);
        write(elsewhere, otherPath, 0, SENTENCE);

        CouncilContext.run(council.id(), keys::destroy);

        for (var answer : List.of(
                practitioner.get(path),
                practitioner.get(path + "/revisions"),
                write(practitioner, path, 0, "Something else"))) {
            assertThat(answer.status()).as(answer.toString()).isEqualTo(410);
            assertThat(answer.problem()).isEqualTo("text-unreadable");
        }
        assertThat(practitioner.get("/api/conversations?status=draft").status()).isEqualTo(200);
        assertThat(elsewhere.get(otherPath).text()).contains(SENTENCE);
        var next = recordOf(council, practitioner);
        assertThat(write(practitioner, next, 0, SENTENCE).status()).isEqualTo(200);
        assertThat(practitioner.get(next).text()).contains(SENTENCE);
    }

    @Test
    void areReadableAndWritableWhileTheKeyIsReplaced() {
        write(practitioner, path, 0, SENTENCE);

        CouncilContext.run(council.id(), keys::rotate);

        assertThat(practitioner.get(path).text()).contains(SENTENCE);
        assertThat(write(practitioner, path, 1, SENTENCE + " and dawn").status())
                .isEqualTo(200);
        assertThat(practitioner.get(path).text()).contains(SENTENCE + " and dawn");
    }

    /** A database administrator who swaps two texts must not put words into another box. */
    @Test
    void areRefusedInAnotherRow() {
        var second = recordOf(council, practitioner);
        write(practitioner, path, 0, SENTENCE);
        write(practitioner, second, 0, "Another");

        superuser.sql("""
                        update app.conversation_box b set text = other.text from app.conversation_box other
                        where other.tenant_id = b.tenant_id and b.conversation_id = ?::uuid and other.conversation_id = ?::uuid""").params(id(second), id(path)).update();

        var refused = practitioner.get(second);
        assertThat(refused.status()).isEqualTo(500);
        assertThat(refused.text()).doesNotContain("Zillah");
        assertThat(practitioner.get(path).text()).contains(SENTENCE);
    }

    /** Returns the tables with a row that contains these words: as text, or as bytes in hexadecimal digits or base64. */
    private Set<String> tablesWith(String words) {
        var bytes = words.getBytes(StandardCharsets.UTF_8);
        var spellings = List.of(
                words,
                HexFormat.of().formatHex(bytes),
                HexFormat.of().formatHex(words.getBytes(StandardCharsets.UTF_16BE)),
                Base64.getEncoder().withoutPadding().encodeToString(bytes));
        return superuser
                .sql("select format('%I.%I', schemaname, tablename) from pg_tables"
                        + " where schemaname not in ('pg_catalog', 'information_schema')")
                .query((row, _) -> String.valueOf(row.getString(1)))
                .list()
                .stream()
                .filter(table -> spellings.stream().anyMatch(spelling -> has(table, spelling)))
                .collect(Collectors.toSet());
    }

    private boolean has(String table, String spelling) {
        return superuser
                        .sql("select count(*) from " + table + " t where strpos(t::text, ?) > 0")
                        .param(spelling)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static String recordOf(TestCouncil council, Api practitioner) {
        council.tenantService().put("/internal/councils/" + council.id() + "/blueprint", """
                {"version": 1, "kinds": [], "prompts": [
                  {"id": "prompt.matters", "heading": "What matters", "help": "In their words", "main": true}]}""");
        var created = practitioner.post(
                "/api/conversations", "{\"personIds\": [\"" + council.person("Margaret", "Ellison") + "\"]}");
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        return created.header("Location");
    }

    private static Api.Answer write(Api member, String path, long version, String text) {
        return member.put(
                path + "/boxes/" + MATTERS,
                "{\"text\": \"" + text + "\", \"fromTool\": false}",
                "If-Match",
                "\"" + version + "\"");
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
