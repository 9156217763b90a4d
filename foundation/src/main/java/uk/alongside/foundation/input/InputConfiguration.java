package uk.alongside.foundation.input;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Configures how values in bodies and addresses are read: JSON only, with our dates, ids, enums and typed text. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class InputConfiguration {

    @Bean
    static JacksonModule daysInBodies() {
        return new SimpleModule("days").addDeserializer(LocalDate.class, new Days.InBodies());
    }

    @Bean
    static JacksonModule idsAndEnumsInBodies() {
        return IdsAndEnums.inBodies();
    }

    @Bean
    static JacksonModule typedTextInBodies() {
        return new SimpleModule("typed-text").addDeserializer(String.class, new TypedTextReader());
    }

    @Bean
    WebMvcConfigurer formatters() {
        return new WebMvcConfigurer() {
            @Override
            public void addFormatters(FormatterRegistry formatters) {
                formatters.addConverter(new Days.InAddresses());
                formatters.addConverterFactory(new IdsAndEnums.IdsInAddresses());
                formatters.addConverterFactory(new IdsAndEnums.EnumsInAddresses());
                formatters.addConverter(new TypedTextReader.InAddresses());
            }
        };
    }

    /**
     * Reads and writes JSON, text and bytes. By default Spring adds a converter for each parser that it finds on the
     * class path.
     */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebMvcConfigurer converters(JsonMapper json) {
        List<HttpMessageConverter<?>> ours = List.of(
                new ByteArrayHttpMessageConverter(),
                new StringHttpMessageConverter(StandardCharsets.UTF_8),
                new JsonBodies(json));
        return new WebMvcConfigurer() {
            @Override
            public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
                builder.configureMessageConvertersList(converters -> {
                    converters.clear();
                    converters.addAll(ours);
                });
            }
        };
    }
}
