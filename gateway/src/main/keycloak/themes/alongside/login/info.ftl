<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
<#if section = "header"><#if messageHeader??>${kcSanitize(msg(messageHeader))?no_esc}<#else>${kcSanitize(message.summary)?no_esc}</#if>
<#elseif section = "form">
<#if messageHeader??><p>${kcSanitize(message.summary)?no_esc}</p></#if>
<#if actionUri?has_content><p><a class="button" href="${actionUri}">${msg("continue")}</a></p>
<#elseif pageRedirectUri?has_content><p><a class="button" href="${pageRedirectUri}">${msg("backToApplication")}</a></p>
<#elseif properties.alongsideUrl?has_content><p><a class="button" href="${properties.alongsideUrl}/">${msg("backToApplication")}</a></p>
</#if>
</#if>
</@layout.registrationLayout>
