<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
<#if section = "header">${msg("loginChooseAuthenticator")}
<#elseif section = "show-username">
<#elseif section = "form">
<form id="kc-select-credential-form" action="${url.loginAction}" method="post">
<#list auth.authenticationSelections as selection>
<div class="group">
<button class="button<#if selection?index gt 0> button--secondary</#if>" type="submit" name="authenticationExecution" value="${selection.authExecId}" aria-describedby="way-${selection?index}">${msg(selection.displayName)}</button>
<p class="hint" id="way-${selection?index}">${msg(selection.helpText)}</p>
</div>
</#list>
</form>
</#if>
</@layout.registrationLayout>
