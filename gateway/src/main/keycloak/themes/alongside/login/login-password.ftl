<#import "template.ftl" as layout>
<#import "fields.ftl" as fields>
<#assign problem = messagesPerField.existsError("password")?then(messagesPerField.getFirstError("password"), "")>
<@layout.registrationLayout displayMessage=!problem?has_content field="password" error=problem; section>
<#if section = "header">${msg("enterPassword")}
<#elseif section = "form">
<form id="kc-form-login" action="${url.loginAction}" method="post" novalidate>
<@fields.password name="password" label=msg("password") autocomplete="current-password" autofocus=true error=problem/>
<button class="button" id="kc-login" type="submit">${msg("signIn")}</button>
</form>
<#if properties.alongsideUrl?has_content><p><a id="forgotten-password" href="${properties.alongsideUrl}/forgotten-password">${msg("forgottenPassword")}</a></p></#if>
</#if>
</@layout.registrationLayout>
