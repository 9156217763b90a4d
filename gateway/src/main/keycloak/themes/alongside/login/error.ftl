<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
<#if section = "header">${msg("errorTitle")}
<#elseif section = "form">
<p>${kcSanitize(message.summary)?no_esc}</p>
<#if traceId??><p>${msg("traceIdSupportMessage", traceId)}</p></#if>
<#if properties.alongsideUrl?has_content><p><a class="button" id="backToApplication" href="${properties.alongsideUrl}/">${msg("backToApplication")}</a></p></#if>
</#if>
</@layout.registrationLayout>
