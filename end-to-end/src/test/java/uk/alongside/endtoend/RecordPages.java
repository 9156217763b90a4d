package uk.alongside.endtoend;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The page on which practitioners of Larkshire write a record, and what the service has of that record. */
final class RecordPages {

    /** The addresses to which a page sends what is written. */
    static final Pattern BOXES = Pattern.compile(".*/api/conversations/[^/]+/boxes/.*");

    private static final Deployment DEPLOYED = Deployment.running();

    /** Reads everything that the browser keeps for the product, as text: first how many boxes wait to be sent. */
    private static final String STORAGE = """
            async () => {
              const answer = (asked) => new Promise((done, failed) => {
                asked.onsuccess = () => done(asked.result)
                asked.onerror = failed
              })
              const plain = (value) => {
                if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return new TextDecoder('latin1').decode(value)
                if (Array.isArray(value)) return value.map(plain).join()
                return value instanceof Object ? Object.entries(value).flat().map(plain).join() : String(value)
              }
              const kept = []
              let waiting = 0
              for (const { name } of await indexedDB.databases()) {
                const database = await answer(indexedDB.open(name))
                for (const store of database.objectStoreNames) {
                  const rows = database.transaction(store).objectStore(store)
                  const values = await answer(rows.getAll())
                  if (store === 'words') waiting += values.length
                  kept.push(name, store, plain(await answer(rows.getAllKeys())), plain(values))
                }
                database.close()
              }
              for (const name of await caches.keys()) kept.push(name)
              return [waiting, ...kept, JSON.stringify(localStorage), JSON.stringify(sessionStorage)].join(' ')
            }""";

    private static final Pattern SAFE =
            Pattern.compile("Saved (at|on)|safe on this device|Everything you wrote is saved");

    private RecordPages() {}

    /** Adds a practitioner and signs them in. */
    static Page practitioner(Chromium browser, String name) {
        return practitioner(browser.person(), name);
    }

    /** Adds a practitioner and signs them in on a page on which no one is signed in. */
    static Page practitioner(Page page, String name) {
        var email = "practitioner-" + UUID.randomUUID() + "@larkshire.example";
        DEPLOYED.addPerson("larkshire", name, email, "hub-staff", "practitioner");
        return SignIn.first(page, DEPLOYED, email, DEPLOYED.oneTimePasswordFor(email));
    }

    /** Creates a record with nothing in it and with the questions of the blueprint, and returns its id. */
    static String newRecord() throws Exception {
        var prompts = Map.of("version", "1.0", "parts", List.of("prompts"));
        DEPLOYED.larkshire().call("POST", "/api/blueprint/adopt", prompts, Map.of());
        var made = new AtomicReference<>(emptyRecord());
        Waiting.until("a record has the questions of the blueprint", () -> {
            if (record(made.get()).path("prompts").size() > 1) {
                return true;
            }
            made.set(emptyRecord());
            return false;
        });
        return made.get();
    }

    private static String emptyRecord() {
        return World.in(DEPLOYED.larkshire(), List.of("conversationId")).id("conversationId");
    }

    private static JsonNode record(String record) {
        return DEPLOYED.larkshire().get("/api/conversations/" + record).json();
    }

    static Page open(Page page, String record) {
        page.navigate(DEPLOYED.gateway() + "/conversations/" + record);
        box(page).waitFor();
        return page;
    }

    /** Returns the first box of the record. */
    static Locator box(Page page) {
        return box(page, 0);
    }

    static Locator box(Page page, int number) {
        return page.locator("textarea.record__text").nth(number);
    }

    /** Waits until the service has these words, and no others, in the one box that was written in. */
    static void saved(String record, String words) throws Exception {
        Waiting.until("the record holds " + words, () -> words(record).equals(words));
    }

    /** Returns what the service has in the boxes of the record. */
    static String words(String record) {
        return DEPLOYED.larkshire()
                .get("/api/conversations/" + record)
                .json()
                .path("boxes")
                .valueStream()
                .map(box -> box.path("text").asString())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    static String storage(Page page) {
        return (String) page.evaluate(STORAGE);
    }

    /** Waits until the typed words are with the service or on the device. */
    static void settled(Page page) throws Exception {
        Waiting.until("the words are safe", () -> isSettled(page));
    }

    static boolean isSettled(Page page) {
        var state = page.locator(".save-state:not(.save-state--saving)");
        return state.count() > 0 && SAFE.matcher(state.first().innerText()).find();
    }
}
