package uk.alongside.tenant;

import com.jayway.jsonpath.JsonPath;
import java.io.UnsupportedEncodingException;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Short forms of answers, for tests that compare many. */
public final class Answers {

    private Answers() {}

    /** Returns the status and the last word of the problem's type, as {@code 409 alias-taken}. */
    public static String summary(MvcTestResult answer) {
        try {
            String type = JsonPath.read(answer.getResponse().getContentAsString(), "$.type");
            return answer.getResponse().getStatus() + " " + type.substring(type.lastIndexOf('/') + 1);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
