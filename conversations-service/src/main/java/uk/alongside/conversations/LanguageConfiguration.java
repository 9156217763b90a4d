package uk.alongside.conversations;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** Chooses the language of each answer: the one that the request prefers among the service's languages, or the first. */
@Configuration
public class LanguageConfiguration {

    /** Compares languages without their countries: a request for en-US is answered in en-GB. */
    @Bean
    LocaleResolver localeResolver(@Value("${alongside.languages}") List<Locale> languages) {
        return new AcceptHeaderLocaleResolver() {
            @Override
            public Locale resolveLocale(HttpServletRequest request) {
                return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
                        ? languages.getFirst()
                        : Collections.list(request.getLocales()).stream()
                                .flatMap(preferred -> languages.stream()
                                        .filter(language ->
                                                language.getLanguage().equals(preferred.getLanguage())))
                                .findFirst()
                                .orElse(languages.getFirst());
            }
        };
    }
}
