package uk.alongside.gateway.session;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names the browser and the system that a {@code User-Agent} header describes, by words of a closed list. The header itself
 * is kept nowhere. A browser may say what it likes there, so the words help its owner and decide nothing.
 */
final class Device {

    static final String OTHER = "other";

    /** The marks of browsers. Most browsers also name those from which they descend, so the order matters. */
    private static final Map<String, String> BROWSERS = inOrder(
            "Edg/", "edge",
            "EdgA/", "edge",
            "EdgiOS/", "edge",
            "OPR/", "opera",
            "SamsungBrowser/", "samsung",
            "Firefox/", "firefox",
            "FxiOS/", "firefox",
            "CriOS/", "chrome",
            "Chrome/", "chrome",
            "Safari/", "safari");

    private static final Map<String, String> SYSTEMS = inOrder(
            "iPad", "ipad",
            "iPhone", "iphone",
            "Android", "android",
            "CrOS", "chromebook",
            "Windows", "windows",
            "Macintosh", "mac",
            "Linux", "linux");

    private Device() {}

    static String browser(@Nullable String userAgent) {
        return first(BROWSERS, userAgent);
    }

    static String system(@Nullable String userAgent) {
        return first(SYSTEMS, userAgent);
    }

    private static String first(Map<String, String> words, @Nullable String userAgent) {
        return userAgent == null
                ? OTHER
                : words.entrySet().stream()
                        .filter(mark -> userAgent.contains(mark.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(OTHER);
    }

    private static Map<String, String> inOrder(String... marksAndWords) {
        var words = new LinkedHashMap<String, String>();
        for (int i = 0; i < marksAndWords.length; i += 2) {
            words.put(marksAndWords[i], marksAndWords[i + 1]);
        }
        return words;
    }
}
