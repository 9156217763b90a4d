<#import "template.ftl" as layout>
<#-- Keycloak's own page has a form here, in which a person could enter another address of their council's domain. -->
<@layout.registrationLayout displayMessage=false; section>
<#if section = "header">${msg("addressNotAcceptedTitle")}
<#elseif section = "form">
<p>${msg("addressNotAccepted")}</p>
<#if properties.alongsideUrl?has_content><p><a class="button" id="backToApplication" href="${properties.alongsideUrl}/">${msg("backToApplication")}</a></p></#if>
</#if>
</@layout.registrationLayout>
