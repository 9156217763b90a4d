<#--
  The frame of every page. As on GOV.UK pages, an "error" also appears at the top, with a link to its field. The sections are Keycloak's: header, form, info, socialProviders, show-username.
-->
<#macro registrationLayout bodyClass="" displayInfo=false displayMessage=true displayRequiredFields=false field="" error="">
<#assign heading><#compress><#nested "header"></#compress></#assign>
<#assign fieldError = error?has_content>
<#assign otherMessage = !fieldError && displayMessage && message?has_content && (message.type != "warning" || !isAppInitiatedAction??)>
<#assign failed = fieldError || (otherMessage && message.type == "error")>
<!DOCTYPE html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title><#if failed>${msg("errorPrefix")} </#if>${heading} - ${realm.displayName!"Alongside"}</title>
<link rel="icon" href="${url.resourcesPath}/img/mark.svg" type="image/svg+xml">
<link rel="preload" href="${url.resourcesPath}/fonts/atkinson-hyperlegible-next-latin-wght-normal.woff2" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="${url.resourcesPath}/css/alongside.css">
<#if scripts??>
<#list scripts as script>
<script src="${script}"></script>
</#list>
</#if>
<script type="module">
<#outputformat "JavaScript">
import * as session from ${(url.resourcesPath + "/js/authChecker.js")?c};

session.startSessionPolling(${url.ssoLoginInOtherTabsUrl?c});
<#if authenticationSession??>
session.checkAuthSession(${authenticationSession.authSessionIdHash?c});
</#if>
</#outputformat>
</script>
<script type="module" src="${url.resourcesPath}/js/password.js"></script>
</head>
<body class="${bodyClass}" data-page-id="login-${pageId}">
<a class="skip" href="#main">${msg("skipToMain")}</a>
<header class="masthead">
<div class="width masthead__row">
<img class="masthead__mark" src="${url.resourcesPath}/img/mark.svg" alt="" width="32" height="32">
<span class="masthead__name">${realm.displayName!"Alongside"}</span>
</div>
</header>
<main class="width main" id="main">
<#if failed>
<div class="summary" role="alert" aria-labelledby="summary-title" tabindex="-1">
<h2 class="summary__title" id="summary-title">${msg("problemTitle")}</h2>
<#if fieldError>
<p><a href="#${field}">${kcSanitize(error)?no_esc}</a></p>
<#else>
<p>${kcSanitize(message.summary)?no_esc}</p>
</#if>
</div>
<#elseif otherMessage>
<div class="notice notice--${message.type}" role="status">
<p>${kcSanitize(message.summary)?no_esc}</p>
</div>
</#if>
<div class="card">
<h1 id="kc-page-title">${heading}</h1>
<#if auth?has_content && auth.showUsername() && !auth.showResetCredentials()>
<#nested "show-username">
<dl class="who">
<dt>${msg("signingInAs")}</dt>
<dd><span id="kc-attempted-username">${auth.attemptedUsername}</span></dd>
<dd><a id="reset-login" href="${url.loginRestartFlowUrl}">${msg("change")}<span class="hidden"> ${msg("changeWhat")}</span></a></dd>
</dl>
</#if>
<#nested "form">
<#if auth?has_content && auth.showTryAnotherWayLink()>
<form action="${url.loginAction}" method="post">
<input type="hidden" name="tryAnotherWay" value="on">
<button class="button button--secondary" id="try-another-way" type="submit">${msg("doTryAnotherWay")}</button>
</form>
</#if>
<#nested "socialProviders">
<#if displayInfo>
<#nested "info">
</#if>
</div>
</main>
<footer class="footer">
<div class="width">
<p>${msg("whoHelps")}</p>
<#if properties.alongsideUrl?has_content><p><a href="${properties.alongsideUrl}/open/accessibility">${msg("accessibilityStatement")}</a> <a href="${properties.alongsideUrl}/open/cookies">${msg("cookies")}</a> <a href="${properties.alongsideUrl}/open/staff-privacy">${msg("staffPrivacy")}</a></p></#if>
</div>
</footer>
</body>
</html>
</#macro>
